<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>plumb::CopyController</name>
    <message numerus="yes">
        <source>Evidence of %n line(s) copied: text and chart.</source>
        <translation>
            <numerusform>Evidence of %n line copied: text and chart.</numerusform>
            <numerusform>Evidence of %n lines copied: text and chart.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) copied.</source>
        <translation>
            <numerusform>%n command copied.</numerusform>
            <numerusform>%n commands copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::EventsPanel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names of lines</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::Evidence</name>
    <message numerus="yes">
        <source>… and %n more line(s)</source>
        <translation>
            <numerusform>… and %n more line</numerusform>
            <numerusform>… and %n more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::Findings</name>
    <message numerus="yes">
        <source>… and %n more line(s)</source>
        <translation>
            <numerusform>… and %n more line</numerusform>
            <numerusform>… and %n more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::FocusActions</name>
    <message numerus="yes">
        <source>&amp;Last %n probe(s); a sweep: all</source>
        <translation>
            <numerusform>&amp;Last %n probe; a sweep: all</numerusform>
            <numerusform>&amp;Last %n probes; a sweep: all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::FocusRange</name>
    <message numerus="yes">
        <source>last %n probe(s)</source>
        <translation>
            <numerusform>last %n probe</numerusform>
            <numerusform>last %n probes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::GroupModel</name>
    <message numerus="yes">
        <source>%1: %n line(s) that the filter lets through. Left and Right fold and unfold the group.</source>
        <translation>
            <numerusform>%1: %n line that the filter lets through. Left and Right fold and unfold the group.</numerusform>
            <numerusform>%1: %n lines that the filter lets through. Left and Right fold and unfold the group.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::LineController</name>
    <message numerus="yes">
        <source>%n line(s) removed; Ctrl+Z brings them back.</source>
        <translation>
            <numerusform>%n line removed; Ctrl+Z brings it back.</numerusform>
            <numerusform>%n lines removed; Ctrl+Z brings them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n row copied.</numerusform>
            <numerusform>%n rows copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::LineDialog</name>
    <message numerus="yes">
        <source>Edit %n line(s)</source>
        <translation>
            <numerusform>Edit %n line</numerusform>
            <numerusform>Edit %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::LinesModel</name>
    <message numerus="yes">
        <source>over %n answer(s)</source>
        <translation>
            <numerusform>over %n answer</numerusform>
            <numerusform>over %n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of the last %n decided probe(s).</source>
        <translation>
            <numerusform>Of the last %n decided probe.</numerusform>
            <numerusform>Of the last %n decided probes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n probe(s) answered after the time-out; they count as lost</source>
        <translation>
            <numerusform>%n probe answered after the time-out; it counts as lost</numerusform>
            <numerusform>%n probes answered after the time-out; they count as lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n probe(s) answered by an ICMP error; they count as lost</source>
        <translation>
            <numerusform>%n probe answered by an ICMP error; it counts as lost</numerusform>
            <numerusform>%n probes answered by an ICMP error; they count as lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n probe(s) fell into a fault of this computer; they count neither for nor against the line</source>
        <translation>
            <numerusform>%n probe fell into a fault of this computer; it counts neither for nor against the line</numerusform>
            <numerusform>%n probes fell into a fault of this computer; they count neither for nor against the line</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::LinesTrial</name>
    <message numerus="yes">
        <source>%n came too late</source>
        <translation>
            <numerusform>%n came too late</numerusform>
            <numerusform>%n came too late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::MainWindow::Private</name>
    <message numerus="yes">
        <source>%1 was opened with %n warning(s).</source>
        <translation>
            <numerusform>%1 was opened with %n warning.</numerusform>
            <numerusform>%1 was opened with %n warnings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::PasteDialog</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with an error are left out</source>
        <translation>
            <numerusform>%n row with an error is left out</numerusform>
            <numerusform>%n rows with an error are left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Test %n of them</source>
        <translation>
            <numerusform>&amp;Test %n of them</numerusform>
            <numerusform>&amp;Test %n of them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::ProblemsDialog</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::ProfileDocument</name>
    <message numerus="yes">
        <source>Add %n line(s)</source>
        <translation>
            <numerusform>Add %n line</numerusform>
            <numerusform>Add %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n line(s)</source>
        <translation>
            <numerusform>Remove %n line</numerusform>
            <numerusform>Remove %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %n line(s)</source>
        <translation>
            <numerusform>Resume %n line</numerusform>
            <numerusform>Resume %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pause %n line(s)</source>
        <translation>
            <numerusform>Pause %n line</numerusform>
            <numerusform>Pause %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edit %n line(s)</source>
        <translation>
            <numerusform>Edit %n line</numerusform>
            <numerusform>Edit %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n line(s)</source>
        <translation>
            <numerusform>Duplicate %n line</numerusform>
            <numerusform>Duplicate %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::ReloadController</name>
    <message numerus="yes">
        <source>%n row(s) with an error are left out.</source>
        <translation>
            <numerusform>%n row with an error is left out.</numerusform>
            <numerusform>%n rows with an error are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::ReloadDialog</name>
    <message numerus="yes">
        <source>%n line(s) kept</source>
        <translation>
            <numerusform>%n line kept</numerusform>
            <numerusform>%n lines kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::RulesField</name>
    <message numerus="yes">
        <source>as the profile (%n rule(s))</source>
        <translation>
            <numerusform>as the profile (%n rule)</numerusform>
            <numerusform>as the profile (%n rules)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>its own (%n rule(s))</source>
        <translation>
            <numerusform>its own (%n rule)</numerusform>
            <numerusform>its own (%n rules)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::Sharing</name>
    <message numerus="yes">
        <source>%n line(s) together</source>
        <translation>
            <numerusform>%n line together</numerusform>
            <numerusform>%n lines together</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::Shift</name>
    <message numerus="yes">
        <source>… and %n more line(s)</source>
        <translation>
            <numerusform>… and %n more line</numerusform>
            <numerusform>… and %n more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::StatusFields</name>
    <message numerus="yes">
        <source>Stopping: waiting for %n open probe(s)</source>
        <translation>
            <numerusform>Stopping: waiting for %n open probe</numerusform>
            <numerusform>Stopping: waiting for %n open probes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sweep of %n line(s): %1 of %2</source>
        <translation>
            <numerusform>Sweep of %n line: %1 of %2</numerusform>
            <numerusform>Sweep of %n lines: %1 of %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::SweepModel</name>
    <message numerus="yes">
        <source>%1 of %n line(s) fail.</source>
        <translation>
            <numerusform>%1 of %n line fail.</numerusform>
            <numerusform>%1 of %n lines fail.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of %n line(s) fails.</source>
        <translation>
            <numerusform>None of %n line fails.</numerusform>
            <numerusform>None of %n lines fails.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be judged for certain.</source>
        <translation>
            <numerusform>%n line could not be judged for certain.</numerusform>
            <numerusform>%n lines could not be judged for certain.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) that were paused, changed or removed meanwhile are left out.</source>
        <translation>
            <numerusform>%n line that was paused, changed or removed meanwhile is left out.</numerusform>
            <numerusform>%n lines that were paused, changed or removed meanwhile are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n probe(s) to each line, %1 to %2.</source>
        <translation>
            <numerusform>%n probe to each line, %1 to %2.</numerusform>
            <numerusform>%n probes to each line, %1 to %2.</numerusform>
        </translation>
    </message>
</context>
</TS>
