<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
</context>
<context>
    <name>plumb::MainWindow::Private</name>
    <message numerus="yes">
        <source>last %n probe(s)</source>
        <translation>
            <numerusform>last %n probe</numerusform>
            <numerusform>last %n probes</numerusform>
        </translation>
    </message>
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
</context>
</TS>
