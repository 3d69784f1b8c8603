<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ListImport</name>
    <message>
        <source>there is no such file; check the path</source>
        <translation>没有这个文件；请检查路径</translation>
    </message>
    <message>
        <source>this is not a regular file; choose a list</source>
        <translation>这不是普通文件；请选择一个列表</translation>
    </message>
    <message>
        <source>the file is above 64 MiB; split the list</source>
        <translation>文件超过 64 MiB；请拆分列表</translation>
    </message>
    <message>
        <source>the file can not be read: %1</source>
        <translation>无法读取文件：%1</translation>
    </message>
</context>
<context>
    <name>RateText</name>
    <message>
        <source>Will send %1, %2 (%3), at most %4 to one entry.</source>
        <translation>将发送 %1，%2 (%3)，单个入口最多 %4。</translation>
    </message>
</context>
<context>
    <name>RunPlan</name>
    <message>
        <source>%1 probes/s to entry %2 are more than the cap of %3: their intervals are lengthened %4 times</source>
        <translation>入口 %2 的 %1 包/s 超过上限 %3：相关线路的间隔延长为 %4 倍</translation>
    </message>
    <message>
        <source>%1 probes/s in all are more than the cap of %2: all intervals are lengthened %3 times</source>
        <translation>总计 %1 包/s 超过上限 %2：所有间隔延长为 %3 倍</translation>
    </message>
</context>
<context>
    <name>plumb::BannerBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>plumb::CellText</name>
    <message>
        <source>late: %1</source>
        <translation>迟到：%1</translation>
    </message>
    <message>
        <source>ICMP errors: %1</source>
        <translation>ICMP 报错：%1</translation>
    </message>
    <message>
        <source>not counted: %1</source>
        <translation>不计：%1</translation>
    </message>
    <message>
        <source>sent: %1</source>
        <translation>已发出：%1</translation>
    </message>
    <message>
        <source>last %1 ms</source>
        <translation>最近 %1 ms</translation>
    </message>
    <message>
        <source>least %1 ms</source>
        <translation>最小 %1 ms</translation>
    </message>
    <message>
        <source>mean %1 ms</source>
        <translation>平均 %1 ms</translation>
    </message>
    <message>
        <source>median %1 ms</source>
        <translation>中位数 %1 ms</translation>
    </message>
    <message>
        <source>p95 %1 ms</source>
        <translation>P95 %1 ms</translation>
    </message>
    <message>
        <source>p99 %1 ms</source>
        <translation>P99 %1 ms</translation>
    </message>
    <message>
        <source>greatest %1 ms</source>
        <translation>最大 %1 ms</translation>
    </message>
    <message>
        <source>standard deviation %1 ms</source>
        <translation>标准差 %1 ms</translation>
    </message>
    <message>
        <source>jitter %1 ms</source>
        <translation>抖动 %1 ms</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>loss %1 %, %2 of %3</source>
        <comment>44.0, 44, 100</comment>
        <translation>丢包率 %1%，%3 次中丢失 %2 次</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state, reason</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>lost %1 of %2</source>
        <translation>%2 次中丢失 %1 次</translation>
    </message>
</context>
<context>
    <name>plumb::ColumnMenu</name>
    <message>
        <source>C&amp;olumns</source>
        <translation>列(&amp;O)</translation>
    </message>
    <message>
        <source>Move “%1” &amp;left</source>
        <translation>左移“%1”(&amp;L)</translation>
    </message>
    <message>
        <source>Move &amp;left</source>
        <translation>左移(&amp;L)</translation>
    </message>
    <message>
        <source>Move “%1” &amp;right</source>
        <translation>右移“%1”(&amp;R)</translation>
    </message>
    <message>
        <source>Move &amp;right</source>
        <translation>右移(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Hide “%1”</source>
        <translation>隐藏“%1”(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>隐藏(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Best width for “%1”</source>
        <translation>“%1”的最佳列宽(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Best width</source>
        <translation>最佳列宽(&amp;B)</translation>
    </message>
    <message>
        <source>Rese&amp;t columns</source>
        <translation>重置列(&amp;T)</translation>
    </message>
</context>
<context>
    <name>plumb::CommandText</name>
    <message>
        <source>dead</source>
        <translation>不通</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>suspect</source>
        <translation>疑似</translation>
    </message>
    <message>
        <source>too few probes</source>
        <translation>样本不足</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>丢包率</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>P95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>P99</translation>
    </message>
    <message>
        <source>jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>lost in a row</source>
        <translation>连续丢包</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 lost in a row</source>
        <translation>连续丢包 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>metric, value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>无回包</translation>
    </message>
    <message>
        <source>ICMP error</source>
        <translation>ICMP 报错</translation>
    </message>
    <message>
        <source>ICMP error %1</source>
        <translation>ICMP 报错 %1</translation>
    </message>
    <message>
        <source>late replies only</source>
        <translation>回包全部迟到</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>probes so far, needed</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发出</translation>
    </message>
    <message>
        <source>%1 (limit %2)</source>
        <comment>what was measured, limit</comment>
        <translation>%1 (阈值 %2)</translation>
    </message>
    <message>
        <source>%1, %2 of %3 probes</source>
        <translation>%1，%3 次探测中 %2 次</translation>
    </message>
    <message>
        <source>%1, %2 probes</source>
        <translation>%1，%2 次探测</translation>
    </message>
    <message>
        <source>no reply to %1 probes in a row</source>
        <translation>连续 %1 次探测无回包</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1，来自 %2</translation>
    </message>
    <message>
        <source>this computer: %1</source>
        <translation>本机：%1</translation>
    </message>
    <message>
        <source> (was %1)</source>
        <translation> (之前为%1)</translation>
    </message>
    <message>
        <source>; since %1</source>
        <translation>；始于 %1</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 条线路</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 条线路</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 kbit/s</source>
        <translation>%1 kbit/s</translation>
    </message>
    <message>
        <source>%1 Mbit/s</source>
        <translation>%1 Mbit/s</translation>
    </message>
    <message>
        <source>%1 probes/s</source>
        <translation>%1 包/s</translation>
    </message>
    <message>
        <source>, %1 probes each</source>
        <translation>，每条 %1 次</translation>
    </message>
    <message>
        <source>, every %1</source>
        <translation>，间隔 %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two intervals</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>持续 %1</translation>
    </message>
    <message>
        <source>until Ctrl+C</source>
        <translation>直到 Ctrl+C</translation>
    </message>
    <message>
        <source>waiting for %1 open probes</source>
        <translation>等待 %1 个探测包的回包</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>round %1 of %2 · %3 sent, %4 lost</source>
        <translation>第 %1/%2 轮 · 已发送 %3，丢失 %4</translation>
    </message>
    <message>
        <source>%1 · %2 sent · %3 of %4 lines flagged</source>
        <translation>%1 · 已发送 %2 · %4 条线路中 %3 条异常</translation>
    </message>
    <message>
        <source>stopping: waiting for open probes; Ctrl+C again ends at once</source>
        <translation>正在停止：等待尚未回包的探测；再按 Ctrl+C 立即结束</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>入口</translation>
    </message>
    <message>
        <source>Echo</source>
        <translation>回显</translation>
    </message>
    <message>
        <source>Loss %</source>
        <translation>丢包率 %</translation>
    </message>
    <message>
        <source>Lost/n</source>
        <translation>丢/总</translation>
    </message>
    <message>
        <source>Mean ms</source>
        <translation>平均 ms</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>%1 probes, %2 not counted</source>
        <translation>%1 次探测，%2 次不计</translation>
    </message>
    <message>
        <source>, %1 not sent</source>
        <translation>，%1 次未发出</translation>
    </message>
</context>
<context>
    <name>plumb::CopyController</name>
    <message>
        <source>Evidence of %1 copied: text and chart.</source>
        <translation>已复制 %1 的证据：文字和图表。</translation>
    </message>
    <message numerus="yes">
        <source>Evidence of %n line(s) copied: text and chart.</source>
        <translation>
            <numerusform>已复制 %n 条线路的证据：文字和图表。</numerusform>
        </translation>
    </message>
    <message>
        <source>No mtr command for %1: its entry is not a plain name.</source>
        <translation>%1 没有 mtr 命令：其入口不是普通名称。</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) copied.</source>
        <translation>
            <numerusform>已复制 %n 条命令。</numerusform>
        </translation>
    </message>
    <message>
        <source>Summary of the last %1 h copied.</source>
        <translation>已复制最近 %1 小时的摘要。</translation>
    </message>
</context>
<context>
    <name>plumb::DemoHints</name>
    <message>
        <source>Last column: all lines on one time axis. Where stripes stand below each other, the lines have a cause in common.</source>
        <translation>最后一列：所有线路共用一条时间轴。上下对齐的条纹表示这些线路有共同原因。</translation>
    </message>
    <message>
        <source>15 s after the start, and every 2 min, five lines of one entry fail together: a banner says what they share.</source>
        <translation>开始 15 秒后，之后每 2 分钟，同一入口的五条线路一起异常：横幅会说明它们的共同点。</translation>
    </message>
    <message>
        <source>Drag a range in the chart: table, events and exports then speak of that range. Esc goes back.</source>
        <translation>在图中拖选一段范围：表格、状态记录和导出都只统计该范围。按 Esc 返回。</translation>
    </message>
    <message>
        <source>Select a bad line and press Ctrl+Shift+C: the evidence is in the clipboard, ready for the carrier.</source>
        <translation>选中一条异常线路并按 Ctrl+Shift+C：证据已在剪贴板，可直接发给运营商。</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Hint: %1</source>
        <translation>提示：%1</translation>
    </message>
</context>
<context>
    <name>plumb::EmptyState</name>
    <message>
        <source>No lines yet</source>
        <translation>还没有线路</translation>
    </message>
    <message>
        <source>Plumbline sends small UDP probes to your lines and tells which of them are really bad.
Nothing is sent until you press Start.</source>
        <translation>Plumbline 向线路发送小的 UDP 探测包，指出真正异常的线路。
按“开始”之前不会发送任何数据。</translation>
    </message>
    <message>
        <source>A line as it can be pasted: entry, echo address, name, tags.</source>
        <translation>可以这样粘贴一条线路：入口、回显地址、名称、标签。</translation>
    </message>
    <message>
        <source>…or drop a .csv, .txt or .plumb file here</source>
        <translation>……或将 .csv、.txt 或 .plumb 文件拖到这里</translation>
    </message>
    <message>
        <source>Opened before:</source>
        <translation>最近打开：</translation>
    </message>
</context>
<context>
    <name>plumb::EventsModel</name>
    <message>
        <source>began %1</source>
        <translation>始于 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>line, note</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>This computer: %1</source>
        <translation>本机：%1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>备注：%1</translation>
    </message>
</context>
<context>
    <name>plumb::EventsPanel</name>
    <message>
        <source>No state has changed yet.</source>
        <translation>尚无状态变化。</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>状态变化(&amp;E)</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>状态变化</translation>
    </message>
    <message>
        <source>Double click or Enter: go to the line and the time.</source>
        <translation>双击或回车：转到该线路和时间。</translation>
    </message>
    <message>
        <source>&amp;Go to line and time</source>
        <translation>转到线路和时间(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Numbers since then</source>
        <translation>统计此后的数据(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Edit the note…</source>
        <translation>编辑备注(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Remove the note</source>
        <translation>删除备注(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Numbers since this note</source>
        <translation>统计此备注之后的数据(&amp;N)</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names of lines</comment>
        <translation>
            <numerusform>%1 及另 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Events %1: %2 of %3</source>
        <comment>since 02:12:41, 3, 57</comment>
        <translation>状态变化(&amp;E) %1：%2/%3</translation>
    </message>
    <message>
        <source>No state changed in this range.</source>
        <translation>此范围内没有状态变化。</translation>
    </message>
</context>
<context>
    <name>plumb::Evidence</name>
    <message>
        <source>no UDP probe has a result yet</source>
        <translation>UDP 探测包尚无结果</translation>
    </message>
    <message>
        <source>loss %1 % (%2 of %3 UDP probes</source>
        <comment>44.0, 44, 100</comment>
        <translation>丢包率 %1%（%2/%3 次 UDP 探测</translation>
    </message>
    <message>
        <source>; 95 % interval %1-%2 %</source>
        <translation>；95% 置信区间 %1-%2%</translation>
    </message>
    <message>
        <source>)</source>
        <comment>ends the loss</comment>
        <translation>）</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>dead, no answer</source>
        <translation>不通，无回包</translation>
    </message>
    <message>
        <source>dead, ICMP errors</source>
        <translation>不通，ICMP 报错</translation>
    </message>
    <message>
        <source>dead, ICMP error: %1</source>
        <translation>不通，ICMP 报错：%1</translation>
    </message>
    <message>
        <source>all replies after the time-out</source>
        <translation>回包全部超时</translation>
    </message>
    <message>
        <source>, limit %1</source>
        <translation>，阈值 %1</translation>
    </message>
    <message>
        <source>, not yet certain</source>
        <translation>，尚不确定</translation>
    </message>
    <message>
        <source>%1 lost in a row</source>
        <translation>连续丢包 %1</translation>
    </message>
    <message>
        <source>%1 %2 ms</source>
        <comment>mean, 412.0</comment>
        <translation>%1 %2 ms</translation>
    </message>
    <message>
        <source>since %1, still bad at %2</source>
        <translation>始于 %1，%2 仍异常</translation>
    </message>
    <message>
        <source>since %1, still suspect at %2</source>
        <translation>始于 %1，%2 仍疑似</translation>
    </message>
    <message>
        <source>bad from %1 until %2</source>
        <translation>%1 至 %2 异常</translation>
    </message>
    <message>
        <source>probes sent from %1 to %2</source>
        <translation>探测包发送于 %1 至 %2</translation>
    </message>
    <message>
        <source>from station %1</source>
        <translation>探测点 %1</translation>
    </message>
    <message>
        <source>1 probe every %1</source>
        <translation>每 %1 一次</translation>
    </message>
    <message>
        <source>time-out %1 s</source>
        <translation>超时 %1 秒</translation>
    </message>
    <message>
        <source>time-out %1 ms</source>
        <translation>超时 %1 ms</translation>
    </message>
    <message>
        <source>-&gt; entry %1</source>
        <translation>-&gt; 入口 %1</translation>
    </message>
    <message>
        <source> -&gt; echo %1</source>
        <translation> -&gt; 回显地址 %1</translation>
    </message>
    <message>
        <source>source port %1</source>
        <translation>源端口 %1</translation>
    </message>
    <message>
        <source>source ports %1</source>
        <translation>源端口 %1</translation>
    </message>
    <message>
        <source>%1 B payload</source>
        <translation>载荷 %1 字节</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无回包</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>平均 %1</translation>
    </message>
    <message>
        <source>p95 %1</source>
        <translation>P95 %1</translation>
    </message>
    <message>
        <source>jitter %1</source>
        <translation>抖动 %1</translation>
    </message>
    <message>
        <source>RTT %1 ms over %2 answers</source>
        <comment>mean 112.4, p95 146.1; 56</comment>
        <translation>往返时延 %1 ms（%2 次回包）</translation>
    </message>
    <message>
        <source> (usual %1)</source>
        <translation>（平时值 %1）</translation>
    </message>
    <message>
        <source>ICMP error %1</source>
        <translation>ICMP 报错 %1</translation>
    </message>
    <message>
        <source> (%1)</source>
        <comment>cause</comment>
        <translation>（%1）</translation>
    </message>
    <message>
        <source>lost %1</source>
        <translation>丢失 %1</translation>
    </message>
    <message>
        <source>late %1</source>
        <translation>迟到 %1</translation>
    </message>
    <message>
        <source>not counted %1</source>
        <translation>不计 %1</translation>
    </message>
    <message>
        <source>not sent %1</source>
        <translation>未发出 %1</translation>
    </message>
    <message>
        <source>%1 of %2 source ports (%3): %4 of %5 lost, elsewhere %6 of %7</source>
        <comment>2, 8, 40112, 25, 25</comment>
        <translation>%1/%2 个源端口（%3）：丢 %4/%5，其余端口 %6/%7</translation>
    </message>
    <message>
        <source>%1 of %2 lines through this entry bad</source>
        <translation>经此入口的线路 %1/%2 条异常</translation>
    </message>
    <message>
        <source>%1 of %2 others flagged</source>
        <translation>其他线路 %1/%2 条异常</translation>
    </message>
    <message>
        <source>same time: %1</source>
        <translation>同一时间：%1</translation>
    </message>
    <message>
        <source>[Plumbline] %1: %2</source>
        <translation>[Plumbline] %1：%2</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more line(s)</source>
        <translation>
            <numerusform>……另 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::ExportDialog</name>
    <message>
        <source>For &amp;Excel</source>
        <translation>供 Excel 使用(&amp;E)</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>导出 CSV</translation>
    </message>
    <message>
        <source>What is to be written?</source>
        <translation>导出什么内容？</translation>
    </message>
    <message>
        <source>&amp;Summary: one row a line, the numbers of the table</source>
        <translation>汇总(&amp;S)：每条线路一行，与表中数值一致</translation>
    </message>
    <message>
        <source>&amp;Probes: one row a probe, as far back as they are in memory</source>
        <translation>探测包(&amp;P)：每次探测一行，内存中保留的全部</translation>
    </message>
    <message>
        <source>E&amp;vents: one row for each change of a state</source>
        <translation>状态变化(&amp;V)：每次状态变化一行</translation>
    </message>
    <message>
        <source>Begins the file with a byte order mark, without which Excel garbles Chinese text.</source>
        <translation>在文件开头写入字节顺序标记 (BOM)；没有它，Excel 会把中文显示成乱码。</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Range: %1</source>
        <translation>范围：%1</translation>
    </message>
</context>
<context>
    <name>plumb::FileController</name>
    <message>
        <source>Unsaved changes</source>
        <translation>有未保存的更改</translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation>“%1”有尚未保存的更改。</translation>
    </message>
    <message>
        <source>Open a profile or list</source>
        <translation>打开方案或列表</translation>
    </message>
    <message>
        <source>Profiles and lists (*.plumb *.csv *.txt);;All files (*)</source>
        <translation>方案和列表 (*.plumb *.csv *.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The profile can not be opened</source>
        <translation>无法打开方案</translation>
    </message>
    <message>
        <source>The list can not be opened</source>
        <translation>无法打开列表</translation>
    </message>
    <message>
        <source>Save the profile</source>
        <translation>保存方案</translation>
    </message>
    <message>
        <source>Profiles (*.plumb)</source>
        <translation>方案 (*.plumb)</translation>
    </message>
    <message>
        <source>The profile was not saved</source>
        <translation>方案未能保存</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>导出 CSV</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>CSV 文件 (*.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>已导出到 %1。</translation>
    </message>
    <message>
        <source>The export failed</source>
        <translation>导出失败</translation>
    </message>
</context>
<context>
    <name>plumb::FilterBar</name>
    <message>
        <source>Filter: loss&gt;5  tag:hk  entry:118.89.0.0/16  since&lt;10m  state:bad  text  (Ctrl+F)</source>
        <translation>筛选：loss&gt;5  tag:hk  entry:118.89.0.0/16  since&lt;10m  state:bad  文字  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show lines in every state.</source>
        <translation>显示所有状态的线路。</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Show the lines that are flagged: dead, critical or warning.</source>
        <translation>显示异常线路：不通、严重或告警。</translation>
    </message>
    <message>
        <source>Show only lines in the state “%1”.</source>
        <translation>只显示状态为“%1”的线路。</translation>
    </message>
    <message>
        <source>Words match name, id, entry, echo or tag. name: tag: entry: echo: look at one field; entry:118.89.0.0/16 at a block of addresses; loss&gt;5, p95&gt;=80, mean&lt;300, since&lt;10m compare a figure; state:bad finds dead, critical and warning. Terms are joined by AND, | is OR, -term negates.</source>
        <translation>文字匹配名称、ID、入口、回显地址或标签。name: tag: entry: echo: 只看一个字段；entry:118.89.0.0/16 匹配地址段；loss&gt;5、p95&gt;=80、mean&lt;300、since&lt;10m 比较数值；state:bad 找出不通、严重和告警的线路。各条件须同时满足，| 表示“或”，-条件 表示排除。</translation>
    </message>
</context>
<context>
    <name>plumb::Findings</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>This sentence and the bad lines, as text.</source>
        <translation>以文本复制此句和异常线路。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Remove the filter: show all lines again.</source>
        <translation>去掉筛选，重新显示所有线路。</translation>
    </message>
    <message>
        <source>Show only these lines: sets the filter.</source>
        <translation>只显示这些线路：设置筛选。</translation>
    </message>
    <message>
        <source>as of %1 %2, from station %3</source>
        <comment>date and time, zone</comment>
        <translation>截至 %1 %2，探测点 %3</translation>
    </message>
    <message>
        <source>%1 %2: %3, since %4</source>
        <comment>name, entry, state, time</comment>
        <translation>%1 %2：%3，始于 %4</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more line(s)</source>
        <translation>
            <numerusform>……另 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::FocusActions</name>
    <message>
        <source>● &amp;Live</source>
        <translation>● 实时(&amp;L)</translation>
    </message>
    <message>
        <source>Back to live: the picture moves again, charts follow the clock, numbers are of the newest probes. (Esc)</source>
        <translation>回到实时：画面继续更新，图表跟随时钟，数值为最新的探测包。(Esc)</translation>
    </message>
    <message>
        <source>● Live  Esc</source>
        <translation>● 实时  Esc</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Last %n probe(s); a sweep: all</source>
        <translation>
            <numerusform>最近 %n 次；单次拨测为全部(&amp;L)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Count from now</source>
        <translation>从现在开始统计(&amp;C)</translation>
    </message>
    <message>
        <source>Numbers of all probes sent from now on. Deletes nothing.</source>
        <translation>统计从现在起发出的全部探测包。不删除任何数据。</translation>
    </message>
    <message>
        <source>What the chart &amp;shows</source>
        <translation>图表所显示的时间(&amp;S)</translation>
    </message>
    <message>
        <source>Numbers of the time that the chart shows now.</source>
        <translation>统计图表当前显示的时间范围。</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>适合(&amp;F)</translation>
    </message>
    <message>
        <source>Show the range that the numbers are of, else all that is kept.</source>
        <translation>显示统计范围；未选范围时显示保留的全部数据。</translation>
    </message>
    <message>
        <source>&amp;Earlier</source>
        <translation>向前(&amp;E)</translation>
    </message>
    <message>
        <source>La&amp;ter</source>
        <translation>向后(&amp;T)</translation>
    </message>
    <message>
        <source>A page e&amp;arlier</source>
        <translation>向前一页(&amp;A)</translation>
    </message>
    <message>
        <source>A page late&amp;r</source>
        <translation>向后一页(&amp;R)</translation>
    </message>
    <message>
        <source>Ol&amp;dest</source>
        <translation>最早(&amp;D)</translation>
    </message>
    <message>
        <source>The oldest that is kept.</source>
        <translation>保留的最早数据。</translation>
    </message>
    <message>
        <source>&amp;Newest</source>
        <translation>最新(&amp;N)</translation>
    </message>
    <message>
        <source>Follow the clock again.</source>
        <translation>重新跟随时钟。</translation>
    </message>
    <message>
        <source>Co&amp;py the chart as an image</source>
        <translation>将图表复制为图片(&amp;P)</translation>
    </message>
    <message>
        <source>Cross&amp;hair to the older values</source>
        <translation>十字线移到更早的值(&amp;H)</translation>
    </message>
    <message>
        <source>Crosshair to the ne&amp;wer values</source>
        <translation>十字线移到更新的值(&amp;W)</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>&amp;Chart</source>
        <translation>图表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Span</source>
        <translation>时间跨度(&amp;S)</translation>
    </message>
    <message>
        <source>All that is kept</source>
        <translation>保留的全部数据</translation>
    </message>
    <message>
        <source>Nu&amp;mbers of</source>
        <translation>统计范围(&amp;M)</translation>
    </message>
    <message>
        <source>Which probes the numbers of table, chart title and exports are of. Drag in the chart to pick a range of time.</source>
        <translation>表格、图表标题和导出中的数值来自哪些探测包。在图表中拖动可选取时间范围。</translation>
    </message>
    <message>
        <source>How much time the chart shows.</source>
        <translation>图表显示多长时间。</translation>
    </message>
    <message>
        <source>Numbers: %1</source>
        <translation>统计：%1</translation>
    </message>
    <message>
        <source>Chart: %1</source>
        <translation>图表：%1</translation>
    </message>
    <message>
        <source>Pick a range to the older &amp;values</source>
        <translation>向更早的值选取统计范围(&amp;V)</translation>
    </message>
    <message>
        <source>Numbers of the time from the crosshair on; each step adds older values.</source>
        <translation>统计从十字线开始的时段；每按一次向更早扩展一格。</translation>
    </message>
    <message>
        <source>Pick a range to the newer val&amp;ues</source>
        <translation>向更新的值选取统计范围(&amp;U)</translation>
    </message>
    <message>
        <source>Numbers of the time from the crosshair on; each step adds newer values.</source>
        <translation>统计从十字线开始的时段；每按一次向更新扩展一格。</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合</translation>
    </message>
</context>
<context>
    <name>plumb::FocusRange</name>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>whole sweep</source>
        <translation>整次拨测</translation>
    </message>
    <message numerus="yes">
        <source>last %n probe(s)</source>
        <translation>
            <numerusform>最近 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::FormField</name>
    <message>
        <source>(different)</source>
        <translation>(各不相同)</translation>
    </message>
</context>
<context>
    <name>plumb::Format</name>
    <message>
        <source>TTL exceeded</source>
        <translation>TTL 超限</translation>
    </message>
    <message>
        <source>parameter problem</source>
        <translation>参数问题</translation>
    </message>
    <message>
        <source>type %1</source>
        <translation>类型 %1</translation>
    </message>
    <message>
        <source>network unreachable</source>
        <translation>网络不可达</translation>
    </message>
    <message>
        <source>host unreachable</source>
        <translation>主机不可达</translation>
    </message>
    <message>
        <source>protocol unreachable</source>
        <translation>协议不可达</translation>
    </message>
    <message>
        <source>port unreachable</source>
        <translation>端口不可达</translation>
    </message>
    <message>
        <source>packet too big</source>
        <translation>报文过大</translation>
    </message>
    <message>
        <source>prohibited</source>
        <translation>被禁止</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>不可达</translation>
    </message>
    <message>
        <source>hop limit exceeded</source>
        <translation>跳数超限</translation>
    </message>
    <message>
        <source>no route</source>
        <translation>无路由</translation>
    </message>
    <message>
        <source>address unreachable</source>
        <translation>地址不可达</translation>
    </message>
    <message>
        <source>name not found</source>
        <translation>域名解析失败</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发出</translation>
    </message>
    <message>
        <source>%1 probes lost in a row; the limit is %2.</source>
        <translation>连续丢包 %1 次；阈值为 %2。</translation>
    </message>
    <message>
        <source>The %1 of %2 over %3 answered probes is above the limit of %4.</source>
        <translation>%3 次已回包探测的%1为 %2，高于阈值 %4。</translation>
    </message>
    <message>
        <source>Usual is %1.</source>
        <translation>平时值为 %1。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Loss %1 (%2) is above the limit of %3, but not yet certain: more probes needed.</source>
        <translation>丢包率 %1 (%2) 高于阈值 %3，但尚不能确定：需要更多探测。</translation>
    </message>
    <message>
        <source>Loss %1 (%2) is above the limit of %3.</source>
        <translation>丢包率 %1 (%2) 高于阈值 %3。</translation>
    </message>
    <message>
        <source>It is at least %1, as sure as the rule asks for.</source>
        <translation>按规则要求的置信度，至少为 %1。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 m %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 m</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1 bit/s</source>
        <translation>%1 bit/s</translation>
    </message>
    <message>
        <source>%1 kbit/s</source>
        <translation>%1 kbit/s</translation>
    </message>
    <message>
        <source>%1 Mbit/s</source>
        <translation>%1 Mbit/s</translation>
    </message>
    <message>
        <source>%1 probes/s</source>
        <translation>%1 包/s</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>不通</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Suspect</source>
        <translation>疑似</translation>
    </message>
    <message>
        <source>Too few probes</source>
        <translation>样本不足</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待回包</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已回包</translation>
    </message>
    <message>
        <source>late</source>
        <translation>迟到</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>ICMP error</source>
        <translation>ICMP 报错</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>不计</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>丢包率</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>P95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>P99</translation>
    </message>
    <message>
        <source>jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>lost in a row</source>
        <translation>连续丢包</translation>
    </message>
    <message>
        <source>%1 lost in a row</source>
        <translation>连续丢包 %1</translation>
    </message>
    <message>
        <source>%1 %2%3 %</source>
        <comment>mean +62 %</comment>
        <translation>%1 %2%3 %</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>无回包</translation>
    </message>
    <message>
        <source>ICMP</source>
        <translation>ICMP 报错</translation>
    </message>
    <message>
        <source>late replies</source>
        <translation>回包迟到</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Too few probes (%1)</source>
        <comment>(7/10)</comment>
        <translation>样本不足 (%1)</translation>
    </message>
    <message>
        <source>Not counted · %1</source>
        <comment>reason</comment>
        <translation>不计 · %1</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发出</translation>
    </message>
    <message>
        <source>Not sent · %1</source>
        <comment>reason</comment>
        <translation>未发出 · %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>state · short reason</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>No limit is crossed.</source>
        <translation>没有超过任何阈值。</translation>
    </message>
    <message>
        <source>Too few probes yet to judge this line.</source>
        <translation>样本不足，尚不能判定该线路。</translation>
    </message>
    <message>
        <source>This line is paused; nothing is sent to it.</source>
        <translation>该线路已暂停；不向其发送探测包。</translation>
    </message>
    <message>
        <source>No answer to the last %1 probes, not even an error.</source>
        <translation>最近 %1 次探测没有任何回包，也没有报错。</translation>
    </message>
    <message>
        <source>No answer to the last %1 probes; ICMP error</source>
        <translation>最近 %1 次探测没有回包；ICMP 报错</translation>
    </message>
    <message>
        <source>All replies to the last %1 probes came after the time-out.</source>
        <translation>最近 %1 次探测的回包全部在超时之后到达。</translation>
    </message>
    <message>
        <source>Too few probes to judge: %1 of at least %2 have a result.</source>
        <translation>样本不足，尚不能判定：至少需要 %2 次，已有结果 %1 次。</translation>
    </message>
    <message>
        <source>More than half of the probes are not counted, because this computer was at fault.</source>
        <translation>超过一半的探测因本机原因不计。</translation>
    </message>
    <message>
        <source>Nothing could be sent: the name was not found.</source>
        <translation>无法发送：域名解析失败。</translation>
    </message>
    <message>
        <source>Nothing could be sent.</source>
        <translation>无法发送。</translation>
    </message>
    <message>
        <source>Nothing could be sent: %1.</source>
        <translation>无法发送：%1。</translation>
    </message>
    <message>
        <source>This line is paused: %1</source>
        <translation>该线路已暂停：%1</translation>
    </message>
    <message>
        <source>OK again</source>
        <translation>恢复正常</translation>
    </message>
    <message>
        <source>OK again after %1</source>
        <translation>恢复正常，异常持续 %1</translation>
    </message>
    <message>
        <source> (usual %1)</source>
        <translation> (平时值 %1)</translation>
    </message>
    <message>
        <source>ICMP error, %1</source>
        <translation>ICMP 报错，%1</translation>
    </message>
    <message>
        <source>no reply to %1 in a row</source>
        <translation>连续 %1 次无回包</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state: reason</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>port unreachable (3/3)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2) from %3</source>
        <comment>port unreachable (3/3) from 10.0.0.1</comment>
        <translation>%1 (%2)，来自 %3</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 次等待回包</translation>
    </message>
    <message>
        <source>%1 not counted</source>
        <translation>%1 次不计</translation>
    </message>
    <message>
        <source>%1 not sent</source>
        <translation>%1 次未发出</translation>
    </message>
    <message>
        <source>%1 are left out</source>
        <comment>4 not counted</comment>
        <translation>%1，不在其内</translation>
    </message>
    <message>
        <source>%1 and %2 are left out</source>
        <translation>%1、%2，不在其内</translation>
    </message>
    <message>
        <source>No probe has a result yet</source>
        <translation>尚无已有结果的探测</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>%1 次丢失</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>%1 次迟到</translation>
    </message>
    <message>
        <source>1 ICMP error</source>
        <translation>1 次 ICMP 报错</translation>
    </message>
    <message>
        <source>%1 ICMP errors</source>
        <translation>%1 次 ICMP 报错</translation>
    </message>
    <message>
        <source>%1 % = %2 of %3 decided</source>
        <comment>12.0 % = 12 of 100 decided</comment>
        <translation>%1 % = 已有结果 %3 次中的 %2 次</translation>
    </message>
    <message>
        <source>no results yet</source>
        <translation>尚无结果</translation>
    </message>
    <message>
        <source>loss %1 % (%2 of %3</source>
        <comment>44.0, 44, 100</comment>
        <translation>丢包率 %1 % (%2/%3</translation>
    </message>
    <message>
        <source>; 95 %: %1–%2 %</source>
        <comment>interval of the loss</comment>
        <translation>，95 % 区间 %1–%2 %</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>平均 %1</translation>
    </message>
    <message>
        <source>p95 %1</source>
        <translation>P95 %1</translation>
    </message>
    <message>
        <source>jitter %1 ms</source>
        <translation>抖动 %1 ms</translation>
    </message>
    <message>
        <source>, clearing</source>
        <comment>a rule whose figure is low again, not for long enough</comment>
        <translation>，恢复确认中</translation>
    </message>
    <message>
        <source>fragments missing</source>
        <translation>分片缺失</translation>
    </message>
    <message>
        <source>source route failed</source>
        <translation>源路由失败</translation>
    </message>
    <message>
        <source>network unknown</source>
        <translation>网络未知</translation>
    </message>
    <message>
        <source>host unknown</source>
        <translation>主机未知</translation>
    </message>
    <message>
        <source>beyond the scope of the source address</source>
        <translation>超出源地址的作用域</translation>
    </message>
    <message>
        <source>route rejected</source>
        <translation>路由被拒绝</translation>
    </message>
    <message>
        <source>%1, at most %2 bytes</source>
        <comment>packet too big, at most 1280 bytes</comment>
        <translation>%1，最多 %2 字节</translation>
    </message>
    <message>
        <source>1 probe/s</source>
        <translation>1 包/s</translation>
    </message>
</context>
<context>
    <name>plumb::GroupModel</name>
    <message>
        <source>No tag</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>Group %1, folded</source>
        <translation>分组 %1，已折叠</translation>
    </message>
    <message>
        <source>Group %1, unfolded</source>
        <translation>分组 %1，已展开</translation>
    </message>
    <message>
        <source>%1 · %2 of %3 flagged</source>
        <translation>%1 · %3 条中 %2 条异常</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The worst state of the group&apos;s lines. Lines in each state: %1</source>
        <translation>组内线路的最差状态。各状态的线路数：%1</translation>
    </message>
    <message>
        <source>Since when a line of the group has been in its worst state.</source>
        <translation>组内线路自何时起处于最差状态。</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n line(s) that the filter lets through. Left and Right fold and unfold the group.</source>
        <translation>
            <numerusform>%1：符合筛选的线路 %n 条。左、右方向键折叠和展开分组。</numerusform>
        </translation>
    </message>
    <message>
        <source>All decided probes of the group&apos;s lines together: %1</source>
        <translation>组内线路全部已有结果的探测包合计：%1</translation>
    </message>
    <message>
        <source>nothing decided yet</source>
        <translation>尚无结果</translation>
    </message>
    <message>
        <source>The sum over the group&apos;s lines.</source>
        <translation>组内线路之和。</translation>
    </message>
    <message>
        <source>The highest mean of a line of the group.</source>
        <translation>组内线路平均时延的最大值。</translation>
    </message>
    <message>
        <source>The highest p95 of a line of the group.</source>
        <translation>组内线路 P95 的最大值。</translation>
    </message>
    <message>
        <source>The highest jitter of a line of the group.</source>
        <translation>组内线路抖动的最大值。</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>02:12:41</comment>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>highest of a line: %1</source>
        <comment>mean 112.4 ms</comment>
        <translation>单条线路最高：%1</translation>
    </message>
    <message>
        <source>Lines in each state: %1</source>
        <translation>各状态的线路数：%1</translation>
    </message>
</context>
<context>
    <name>plumb::LatencyChart</name>
    <message>
        <source>Latency and loss</source>
        <translation>时延与丢包</translation>
    </message>
    <message>
        <source>(the first %1 of %2 lines)</source>
        <translation>(%2 条线路中的前 %1 条)</translation>
    </message>
    <message>
        <source>%1: nothing measured in this span</source>
        <comment>name</comment>
        <translation>%1：此时段内没有测量</translation>
    </message>
    <message>
        <source>%1: last %2, loss %3 %, from %4 to %5</source>
        <comment>name, 12 ms, 0.0, 10 ms, 20 ms</comment>
        <translation>%1：最近 %2，丢包率 %3 %，范围 %4 至 %5</translation>
    </message>
    <message>
        <source>Nothing measured yet</source>
        <translation>尚无测量</translation>
    </message>
    <message>
        <source>%1: last %2, loss %3 %, no answer</source>
        <comment>name, lost, 100.0</comment>
        <translation>%1：最近 %2，丢包率 %3 %，没有回包</translation>
    </message>
    <message>
        <source>Drag: numbers of that time · Shift+drag: move · wheel: zoom</source>
        <translation>拖动：统计该时段 · Shift+拖动：平移 · 滚轮：缩放</translation>
    </message>
</context>
<context>
    <name>plumb::LatencyPlot</name>
    <message>
        <source>Nothing measured in this span</source>
        <translation>此时段内没有测量</translation>
    </message>
    <message>
        <source>Nothing measured yet</source>
        <translation>尚无测量</translation>
    </message>
    <message>
        <source>%1 (in steps of %2)</source>
        <comment>02:12:40, 5 s</comment>
        <translation>%1 (步长 %2)</translation>
    </message>
    <message>
        <source>no probe</source>
        <translation>没有探测</translation>
    </message>
    <message>
        <source>median %1 of %2 answered</source>
        <comment>12.3 ms, 5</comment>
        <translation>中位数 %1，已回包 %2 次</translation>
    </message>
    <message>
        <source>p10–p90: %1–%2</source>
        <translation>P10–P90：%1–%2</translation>
    </message>
    <message>
        <source>min–max: %1–%2</source>
        <translation>最小–最大：%1–%2</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没有回包</translation>
    </message>
    <message>
        <source>lost %1 of %2</source>
        <translation>丢失 %1/%2</translation>
    </message>
    <message>
        <source>late %1, up to %2</source>
        <comment>2, 2300 ms</comment>
        <translation>迟到 %1，最长 %2</translation>
    </message>
    <message>
        <source>not counted %1</source>
        <translation>不计 %1</translation>
    </message>
    <message>
        <source>not sent %1</source>
        <translation>未发出 %1</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>limit %1</source>
        <comment>30 %</comment>
        <translation>阈值 %1</translation>
    </message>
    <message>
        <source>limit of the mean: %1</source>
        <comment>300 ms</comment>
        <translation>平均时延阈值：%1</translation>
    </message>
    <message>
        <source>limit of the mean: %1, above this scale</source>
        <comment>300 ms</comment>
        <translation>平均时延阈值：%1，超出此刻度</translation>
    </message>
    <message>
        <source>No answer in this span</source>
        <translation>此时段内没有回包</translation>
    </message>
    <message>
        <source>ICMP errors %1</source>
        <comment>a number</comment>
        <translation>ICMP 报错 %1</translation>
    </message>
</context>
<context>
    <name>plumb::LineController</name>
    <message numerus="yes">
        <source>%n line(s) removed; Ctrl+Z brings them back.</source>
        <translation>
            <numerusform>已移除 %n 条线路；按 Ctrl+Z 恢复。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>已复制 %n 行。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::LineDialog</name>
    <message>
        <source>Add a line</source>
        <translation>添加线路</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Entry:</source>
        <translation>入口(&amp;E)：</translation>
    </message>
    <message>
        <source>E&amp;cho:</source>
        <translation>回显地址(&amp;C)：</translation>
    </message>
    <message>
        <source>Where the probes are sent to: an address or a name, with a port; [v6]:port for IPv6.</source>
        <translation>探测包发往何处：地址或域名，加端口；IPv6 写作 [v6]:端口。</translation>
    </message>
    <message>
        <source>none: the entry itself answers</source>
        <translation>无：由入口自己回包</translation>
    </message>
    <message>
        <source>What answers behind the entry; empty where the entry itself answers.</source>
        <translation>入口之后回包的地址；入口自己回包时留空。</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>更多(&amp;M)</translation>
    </message>
    <message>
        <source>tokyo, cn2</source>
        <translation>东京, cn2</translation>
    </message>
    <message>
        <source>&amp;Tags:</source>
        <translation>标签(&amp;T)：</translation>
    </message>
    <message>
        <source>an entry is missing; type an address and a port</source>
        <translation>缺少入口；请输入地址和端口</translation>
    </message>
    <message numerus="yes">
        <source>Edit %n line(s)</source>
        <translation>
            <numerusform>编辑 %n 条线路</numerusform>
        </translation>
    </message>
    <message>
        <source>Separated by commas. “+new, -old” adds and removes tags of each line.</source>
        <translation>用逗号分隔。“+新, -旧” 为每条线路增减标签。</translation>
    </message>
    <message>
        <source>&amp;Rules:</source>
        <translation>规则(&amp;R)：</translation>
    </message>
    <message>
        <source>Pa&amp;used:</source>
        <translation>暂停(&amp;U)：</translation>
    </message>
    <message>
        <source>why, for the others</source>
        <translation>原因，告诉同事</translation>
    </message>
    <message>
        <source>Reason:</source>
        <translation>原因：</translation>
    </message>
    <message>
        <source>Sends nothing while paused.</source>
        <translation>暂停期间不发送。</translation>
    </message>
    <message>
        <source>Sends %1, %2</source>
        <translation>发送 %1，%2</translation>
    </message>
    <message>
        <source>Together they send %1</source>
        <translation>合计发送 %1</translation>
    </message>
    <message>
        <source>All lines: %1, at most %2 to one entry</source>
        <translation>全部线路：%1，单个入口最多 %2</translation>
    </message>
</context>
<context>
    <name>plumb::LinesHeader</name>
    <message>
        <source>The rows hold still while the pointer or the keyboard is at the table; 3 s later they sort again.</source>
        <translation>鼠标或键盘在操作表格时行保持不动；3 秒后恢复排序。</translation>
    </message>
    <message>
        <source>order held</source>
        <translation>排序已暂停</translation>
    </message>
</context>
<context>
    <name>plumb::LinesModel</name>
    <message>
        <source>nothing decided yet</source>
        <translation>尚无结果</translation>
    </message>
    <message numerus="yes">
        <source>over %n answer(s)</source>
        <translation>
            <numerusform>(%n 次回包)</numerusform>
        </translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>已持续 %1</translation>
    </message>
    <message>
        <source>%1, resolved as %2</source>
        <translation>%1，解析为 %2</translation>
    </message>
    <message>
        <source>this line has no echo address</source>
        <translation>该线路没有回显地址</translation>
    </message>
    <message>
        <source>the newest probe: %1</source>
        <translation>最新一次探测：%1</translation>
    </message>
    <message>
        <source>no answers</source>
        <translation>没有回包</translation>
    </message>
    <message>
        <source>mean %1 %2; median %3, from %4 to %5</source>
        <translation>平均 %1 %2；中位数 %3，范围 %4 至 %5</translation>
    </message>
    <message>
        <source>p95 %1 %2; p99 %3</source>
        <translation>P95 %1 %2；P99 %3</translation>
    </message>
    <message>
        <source>jitter %1 ms %2; standard deviation %3</source>
        <translation>抖动 %1 ms %2；标准差 %3</translation>
    </message>
    <message>
        <source>at least two answers in a row are needed</source>
        <translation>至少需要连续两次回包</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>始于</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>入口</translation>
    </message>
    <message>
        <source>Echo</source>
        <translation>回显</translation>
    </message>
    <message>
        <source>Loss %</source>
        <translation>丢包率 %</translation>
    </message>
    <message>
        <source>Lost/n</source>
        <translation>丢/总</translation>
    </message>
    <message>
        <source>Last ms</source>
        <translation>最近 ms</translation>
    </message>
    <message>
        <source>Mean ms</source>
        <translation>平均 ms</translation>
    </message>
    <message>
        <source>p95 ms</source>
        <translation>P95 ms</translation>
    </message>
    <message>
        <source>Jitter ms</source>
        <translation>抖动 ms</translation>
    </message>
    <message>
        <source>Last 10 min</source>
        <translation>最近 10 分钟</translation>
    </message>
    <message>
        <source>Of all decided probes of the sweep.</source>
        <translation>取自本次单次拨测中所有已有结果的探测。</translation>
    </message>
    <message numerus="yes">
        <source>Of the last %n decided probe(s).</source>
        <translation>
            <numerusform>取自最近 %n 次已有结果的探测。</numerusform>
        </translation>
    </message>
    <message>
        <source>The worst that the line&apos;s rules say, with the reason. Sorts problems first.</source>
        <translation>线路各条规则中最坏的结论及其原因。排序时异常在前。</translation>
    </message>
    <message>
        <source>When the state began: the first bad probe of the stretch that led to it.</source>
        <translation>该状态从何时开始：导致该状态的那一段中第一次异常的探测。</translation>
    </message>
    <message>
        <source>The line&apos;s name, else its id.</source>
        <translation>线路名称；没有名称时为其 ID。</translation>
    </message>
    <message>
        <source>Entry address: where the probes are sent to.</source>
        <translation>入口地址：探测包发往的地址。</translation>
    </message>
    <message>
        <source>Echo address: what answers behind the entry.</source>
        <translation>回显地址：入口之后回包的地址。</translation>
    </message>
    <message>
        <source>Lost, late and ICMP errors, in percent of all decided probes. What was not sent or is not counted is left out.</source>
        <translation>丢失、迟到和 ICMP 报错占所有已有结果的探测的百分比。未发出和不计的探测不在其内。</translation>
    </message>
    <message>
        <source>Lost, late and ICMP errors, of n decided probes.</source>
        <translation>丢失、迟到和 ICMP 报错的次数 / 已有结果的样本数。</translation>
    </message>
    <message>
        <source>Round-trip time of the newest probe; a dash where it was not answered.</source>
        <translation>最新一次探测的往返时延；未回包时为横线。</translation>
    </message>
    <message>
        <source>Mean round-trip time of the answered probes.</source>
        <translation>已回包探测的平均往返时延。</translation>
    </message>
    <message>
        <source>95 % of the answered probes took this long or less.</source>
        <translation>95 % 的已回包探测的往返时延不超过此值。</translation>
    </message>
    <message>
        <source>Mean difference of successive round-trip times, pairs across a lost probe skipped.</source>
        <translation>相邻往返时延之差的均值，跨越丢失探测的相邻对不计。</translation>
    </message>
    <message>
        <source>Latency (line) and loss (bars from below) on one time axis for all lines: what happens to many lines at once stands in one column. Hatched: not counted.</source>
        <translation>时延 (线) 与丢包 (自下而上的条)，所有线路共用同一时间轴：许多线路同时发生的情况会排成一列。斜线：不计。</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>Judged at the end</source>
        <translation>完成后判定</translation>
    </message>
    <message>
        <source>being computed</source>
        <translation>正在计算</translation>
    </message>
    <message>
        <source>this line has no tag</source>
        <translation>此线路没有标签</translation>
    </message>
    <message numerus="yes">
        <source>%n probe(s) answered after the time-out; they count as lost</source>
        <translation>
            <numerusform>%n 次超时后才回包；计为丢失</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n probe(s) answered by an ICMP error; they count as lost</source>
        <translation>
            <numerusform>%n 次收到 ICMP 报错；计为丢失</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n probe(s) fell into a fault of this computer; they count neither for nor against the line</source>
        <translation>
            <numerusform>%n 次遇到本机故障，不计入此线路的统计</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sent = %2 answered + %3 late + %4 lost + %5 ICMP errors + %6 not counted; %7 not sent are left out</source>
        <translation>已发 %1 = 已回包 %2 + 迟到 %3 + 丢失 %4 + ICMP 报错 %5 + 不计 %6；未发出 %7 次未包含在内</translation>
    </message>
    <message>
        <source>from %1 to %2, median %3, p99 %4 %5</source>
        <translation>最小 %1，最大 %2，中位数 %3，P99 %4，%5</translation>
    </message>
    <message>
        <source>standard deviation %1 %2</source>
        <translation>标准差 %1，%2</translation>
    </message>
    <message>
        <source>at least two answers are needed</source>
        <translation>至少需要两次回包</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>迟到</translation>
    </message>
    <message>
        <source>ICMP errors</source>
        <translation>ICMP 报错</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>不计</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发</translation>
    </message>
    <message>
        <source>Min ms</source>
        <translation>最小 ms</translation>
    </message>
    <message>
        <source>Median ms</source>
        <translation>中位数 ms</translation>
    </message>
    <message>
        <source>p99 ms</source>
        <translation>P99 ms</translation>
    </message>
    <message>
        <source>Max ms</source>
        <translation>最大 ms</translation>
    </message>
    <message>
        <source>Std dev ms</source>
        <translation>标准差 ms</translation>
    </message>
    <message>
        <source>Of the probes sent %1.</source>
        <comment>since 02:12:41</comment>
        <translation>统计 %1 发出的探测包。</translation>
    </message>
    <message>
        <source>The line&apos;s tags. The filter finds them: tag:hk</source>
        <translation>线路的标签。可在筛选框中查找：tag:hk</translation>
    </message>
    <message>
        <source>Probes answered after the time-out. They count as lost; nothing is lost twice.</source>
        <translation>超时后才回包的探测包。计为丢失，不会重复计算。</translation>
    </message>
    <message>
        <source>Probes that an ICMP error answered, such as port unreachable. They count as lost.</source>
        <translation>收到 ICMP 报错（如端口不可达）的探测包。计为丢失。</translation>
    </message>
    <message>
        <source>Probes that fell into a fault of this computer. They count neither for nor against a line.</source>
        <translation>遇到本机故障的探测包。不计入线路的任何统计。</translation>
    </message>
    <message>
        <source>Probes that left this computer: answered, late, lost, ICMP errors and not counted.</source>
        <translation>从本机发出的探测包：已回包、迟到、丢失、ICMP 报错和不计。</translation>
    </message>
    <message>
        <source>Shortest round-trip time of the answered probes.</source>
        <translation>已回包探测包的最短往返时延。</translation>
    </message>
    <message>
        <source>Half of the answered probes took this long or less.</source>
        <translation>一半的已回包探测包不超过此时延。</translation>
    </message>
    <message>
        <source>99 % of the answered probes took this long or less.</source>
        <translation>99 % 的已回包探测包不超过此时延。</translation>
    </message>
    <message>
        <source>Longest round-trip time of the answered probes.</source>
        <translation>已回包探测包的最长往返时延。</translation>
    </message>
    <message>
        <source>Standard deviation of the answered round-trip times (n − 1).</source>
        <translation>已回包往返时延的标准差（n − 1）。</translation>
    </message>
    <message>
        <source>since %1, for %2</source>
        <comment>02:12:41, 3 m 12 s</comment>
        <translation>自 %1 起，已持续 %2</translation>
    </message>
    <message>
        <source>last 10 minutes: nothing decided yet</source>
        <translation>最近 10 分钟：尚无结果</translation>
    </message>
    <message>
        <source>last 10 minutes: %1, no answer</source>
        <comment>loss 100.0 %, 40 of 40</comment>
        <translation>最近 10 分钟：%1，无回包</translation>
    </message>
    <message>
        <source>last 10 minutes: %1, answers after %2 to %3</source>
        <comment>loss 0.0 %, 0 of 40; 9 ms, 14 ms</comment>
        <translation>最近 10 分钟：%1，往返时延 %2 至 %3</translation>
    </message>
</context>
<context>
    <name>plumb::LinesTrial</name>
    <message>
        <source>name not found</source>
        <translation>域名解析失败</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发出</translation>
    </message>
    <message>
        <source>%1: waiting</source>
        <translation>%1：等待</translation>
    </message>
    <message>
        <source>%1: %2 of %3 answered</source>
        <translation>%1：%3 次中 %2 次已回包</translation>
    </message>
    <message>
        <source>, mean %1</source>
        <translation>，平均 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n came too late</source>
        <translation>
            <numerusform>%n 次迟到</numerusform>
        </translation>
    </message>
    <message>
        <source>no reply: check address and port, and the firewall on the way</source>
        <translation>无回包：请检查地址、端口和途中的防火墙</translation>
    </message>
</context>
<context>
    <name>plumb::LinesView</name>
    <message>
        <source>Lines</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>No line matches the filter and the state that is picked.</source>
        <translation>没有线路符合筛选条件和所选的状态。</translation>
    </message>
</context>
<context>
    <name>plumb::MainWindow::Private</name>
    <message>
        <source>Show…</source>
        <translation>查看…</translation>
    </message>
    <message>
        <source>Demo: 24 made-up lines inside this program; nothing leaves this computer.</source>
        <translation>演示：本程序内的 24 条虚构线路；没有任何数据离开本机。</translation>
    </message>
    <message>
        <source>Worst line (nothing selected)</source>
        <translation>最差线路 (未选择)</translation>
    </message>
    <message>
        <source>The demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Not during a sweep: stop it first (F5).</source>
        <translation>单次拨测进行中不可用：请先停止 (F5)。</translation>
    </message>
    <message>
        <source>Select lines first.</source>
        <translation>请先选择线路。</translation>
    </message>
    <message>
        <source>The demo&apos;s lines can not be edited.</source>
        <translation>演示线路不能编辑。</translation>
    </message>
    <message>
        <source>Select one line first.</source>
        <translation>请先选择一条线路。</translation>
    </message>
    <message>
        <source>Re&amp;sume</source>
        <translation>恢复探测(&amp;S)</translation>
    </message>
    <message>
        <source>Pau&amp;se</source>
        <translation>暂停线路(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Red&amp;o: %1</source>
        <translation>重做(&amp;O)：%1</translation>
    </message>
    <message>
        <source>Red&amp;o</source>
        <translation>重做(&amp;O)</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message numerus="yes">
        <source>%1 was opened with %n warning(s).</source>
        <translation>
            <numerusform>已打开 %1，有 %n 条提醒。</numerusform>
        </translation>
    </message>
    <message>
        <source>About Plumbline</source>
        <translation>关于 Plumbline</translation>
    </message>
    <message>
        <source>Plumbline %1</source>
        <translation>Plumbline %1</translation>
    </message>
    <message>
        <source>Finds out what is wrong with UDP lines, and proves it.

Copyright 2026 The Plumbline authors. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>找出 UDP 线路的问题，并拿出证据。

版权所有 2026 The Plumbline authors。自由软件，依据 GNU 通用公共许可证第 3 版或更高版本发布。</translation>
    </message>
    <message>
        <source>Latency and loss</source>
        <translation>时延与丢包</translation>
    </message>
    <message>
        <source>being computed</source>
        <translation>正在计算</translation>
    </message>
    <message>
        <source>no probe was sent in this range</source>
        <translation>此范围内未发出探测包</translation>
    </message>
    <message>
        <source>The tester stood still for 2 s: %1 probes were not sent, %2 are not counted; replies that came meanwhile kept their true delay.</source>
        <translation>本机停顿了 2 秒：%1 次未发出，%2 次不计；期间到达的回包仍是真实时延。</translation>
    </message>
    <message>
        <source>What they share (%1)</source>
        <translation>共同点 (%1)</translation>
    </message>
    <message>
        <source>What they share</source>
        <translation>共同点</translation>
    </message>
    <message>
        <source>The bad lines share something that hardly any other line has.</source>
        <translation>异常线路有其他线路几乎都没有的共同点。</translation>
    </message>
    <message>
        <source>What the bad or the selected lines have in common that the others have not.</source>
        <translation>异常线路或选中线路有而其他线路没有的共同点。</translation>
    </message>
</context>
<context>
    <name>plumb::NoteController</name>
    <message>
        <source>There are %1 notes already; remove some first.</source>
        <translation>已有 %1 条备注，请先删除一些。</translation>
    </message>
    <message>
        <source>Note removed; Ctrl+Z brings it back.</source>
        <translation>备注已删除；Ctrl+Z 可恢复。</translation>
    </message>
</context>
<context>
    <name>plumb::NoteDialog</name>
    <message>
        <source>%1 and %2 more</source>
        <comment>names, number</comment>
        <translation>%1 及另 %2 条</translation>
    </message>
    <message>
        <source>&amp;All lines</source>
        <translation>所有线路(&amp;A)</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>Edit the note</source>
        <translation>编辑备注</translation>
    </message>
    <message>
        <source>What happened, e.g. “backbone switched over”</source>
        <translation>发生了什么，例如“骨干已切换”</translation>
    </message>
    <message>
        <source>&amp;Only %1</source>
        <comment>names of lines</comment>
        <translation>仅 %1(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Note:</source>
        <translation>备注(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Time:</source>
        <translation>时间(&amp;T)：</translation>
    </message>
    <message>
        <source>On:</source>
        <translation>对象：</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
</context>
<context>
    <name>plumb::NoteFile</name>
    <message>
        <source>%1: the notes can not be read (%2)</source>
        <translation>%1：无法读取备注（%2）</translation>
    </message>
    <message>
        <source>%1 is no file of notes; it was renamed to %2</source>
        <translation>%1 不是备注文件，已改名为 %2</translation>
    </message>
    <message>
        <source>%1: the notes can not be written (%2)</source>
        <translation>%1：无法写入备注（%2）</translation>
    </message>
    <message>
        <source>its folder can not be made</source>
        <translation>无法创建文件夹</translation>
    </message>
</context>
<context>
    <name>plumb::Notes</name>
    <message>
        <source>Add a note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>Edit a note</source>
        <translation>编辑备注</translation>
    </message>
    <message>
        <source>Remove a note</source>
        <translation>删除备注</translation>
    </message>
</context>
<context>
    <name>plumb::PasteDialog</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Add lines from a list</source>
        <translation>从列表添加线路</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>One line each, for example:</source>
        <translation>每行一条线路，例如：</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>Add and &amp;start</source>
        <translation>添加并开始(&amp;S)</translation>
    </message>
    <message>
        <source>Entry port where none is given</source>
        <translation>未写端口时的入口端口</translation>
    </message>
    <message>
        <source>Echo port where none is given</source>
        <translation>未写端口时的回显端口</translation>
    </message>
    <message>
        <source>Port where none is given:  &amp;entry</source>
        <translation>未写端口时使用：入口(&amp;E)</translation>
    </message>
    <message>
        <source>e&amp;cho</source>
        <translation>回显(&amp;C)</translation>
    </message>
    <message>
        <source>our header, inside the probe</source>
        <translation>探测包内我们自己的头部</translation>
    </message>
    <message>
        <source>6 bytes before it: IPv4 address and port</source>
        <translation>前置 6 字节：IPv4 地址和端口</translation>
    </message>
    <message>
        <source>a SOCKS5 UDP header before it</source>
        <translation>前置 SOCKS5 UDP 头</translation>
    </message>
    <message>
        <source>nothing: the entry has a fixed one</source>
        <translation>无需告知：入口配有固定的回显地址</translation>
    </message>
    <message>
        <source>The entry &amp;learns the echo address by:</source>
        <translation>入口通过什么得知回显地址(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Games</source>
        <translation>游戏(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation>原有(&amp;O)</translation>
    </message>
    <message>
        <source>Loss above 5 % is a warning, above 30 % critical; a mean 50 % and 30 ms above the usual one is a warning, above 300 ms critical.</source>
        <translation>丢包率高于 5 % 为告警，高于 30 % 为严重；平均时延比平时值高 50 % 且高 30 ms 为告警，高于 300 ms 为严重。</translation>
    </message>
    <message>
        <source>Loss above 30 % and a mean above 300 ms are critical, each over 100 probes.</source>
        <translation>丢包率高于 30 % 或平均时延高于 300 ms 为严重，均按 100 次探测统计。</translation>
    </message>
    <message>
        <source>Rules:</source>
        <translation>规则：</translation>
    </message>
    <message>
        <source>From the file %1</source>
        <translation>来自文件 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 条线路</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with an error are left out</source>
        <translation>
            <numerusform>%n 行有错误，不会添加</numerusform>
        </translation>
    </message>
    <message>
        <source>Sends %1 probes to each of them and tells what comes back. Nothing is added yet.</source>
        <translation>向每条发送 %1 个探测包并告知结果。此时尚未添加。</translation>
    </message>
    <message>
        <source>Cancel the &amp;test</source>
        <translation>取消测试(&amp;T)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Test %n of them</source>
        <translation>
            <numerusform>先测其中 %n 条(&amp;T)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::PauseField</name>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>until resumed</source>
        <translation>直到恢复</translation>
    </message>
    <message>
        <source>until a time</source>
        <translation>直到某时</translation>
    </message>
    <message>
        <source>Paused until</source>
        <translation>暂停至</translation>
    </message>
</context>
<context>
    <name>plumb::PreviewModel</name>
    <message>
        <source>left out: %1</source>
        <translation>不添加：%1</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>入口</translation>
    </message>
    <message>
        <source>Echo</source>
        <translation>回显</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>plumb::ProbeFields</name>
    <message>
        <source>echo (Plumbline&apos;s own)</source>
        <translation>echo (Plumbline 自有格式)</translation>
    </message>
    <message>
        <source>custom (bytes and match below)</source>
        <translation>custom (载荷与匹配见下)</translation>
    </message>
    <message>
        <source>from the header of the probe</source>
        <translation>从探测包的头部</translation>
    </message>
    <message>
        <source>from 6 bytes before it: IPv4 address and port</source>
        <translation>从前置的 6 字节：IPv4 地址和端口</translation>
    </message>
    <message>
        <source>from a SOCKS5 UDP header before it</source>
        <translation>从前置的 SOCKS5 UDP 头</translation>
    </message>
    <message>
        <source>not at all: the entry has a fixed one</source>
        <translation>无需告知：入口配有固定的回显地址</translation>
    </message>
    <message>
        <source>as the profile (%1)</source>
        <translation>同方案 (%1)</translation>
    </message>
    <message>
        <source>default (%1)</source>
        <translation>默认 (%1)</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>&amp;Interval:</source>
        <translation>间隔(&amp;I)：</translation>
    </message>
    <message>
        <source>Between two probes of one line, in a watch.</source>
        <translation>持续监测时，一条线路的两个探测包之间。</translation>
    </message>
    <message>
        <source>Time-&amp;out:</source>
        <translation>超时(&amp;O)：</translation>
    </message>
    <message>
        <source>A probe without a reply by then is lost.</source>
        <translation>到时仍无回包即为丢失。</translation>
    </message>
    <message>
        <source>&amp;Late until:</source>
        <translation>迟到上限(&amp;L)：</translation>
    </message>
    <message>
        <source>A reply after the time-out and up to here is called late: it stays lost, but its delay is kept.</source>
        <translation>超时之后、此限之前的回包算迟到：仍计为丢失，但保留其时延。</translation>
    </message>
    <message>
        <source> bytes</source>
        <translation> 字节</translation>
    </message>
    <message>
        <source>&amp;Size:</source>
        <translation>大小(&amp;S)：</translation>
    </message>
    <message>
        <source>The UDP payload, all framing included.</source>
        <translation>UDP 载荷，含全部封装。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>May be &amp;fragmented:</source>
        <translation>允许分片(&amp;F)：</translation>
    </message>
    <message>
        <source>Whether a payload may be larger than one packet holds.</source>
        <translation>载荷是否可以超过单个数据包的容量。</translation>
    </message>
    <message>
        <source>Source &amp;ports:</source>
        <translation>源端口数(&amp;P)：</translation>
    </message>
    <message>
        <source>Routers choose a path by the source port: several of them see a path of which only some members are dead.</source>
        <translation>路由器按源端口选择路径：用多个源端口才能发现只有部分成员不通的路径。</translation>
    </message>
    <message>
        <source>&amp;DSCP:</source>
        <translation>&amp;DSCP：</translation>
    </message>
    <message>
        <source>The class of service in the IP header, 0 to 63.</source>
        <translation>IP 头中的服务类别，0 到 63。</translation>
    </message>
    <message>
        <source>&amp;Entry port:</source>
        <translation>入口端口(&amp;E)：</translation>
    </message>
    <message>
        <source>For entries without a port of their own.</source>
        <translation>用于没有写端口的入口。</translation>
    </message>
    <message>
        <source>E&amp;cho port:</source>
        <translation>回显端口(&amp;C)：</translation>
    </message>
    <message>
        <source>For echo addresses without a port of their own.</source>
        <translation>用于没有写端口的回显地址。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>类型(&amp;K)：</translation>
    </message>
    <message>
        <source>Pa&amp;yload:</source>
        <translation>载荷(&amp;Y)：</translation>
    </message>
    <message>
        <source>hex:… or text:… with {seq} {token} {echo_ip4} {echo_port} {rand=N} {pad=N}</source>
        <translation>hex:… 或 text:…，可用 {seq} {token} {echo_ip4} {echo_port} {rand=N} {pad=N}</translation>
    </message>
    <message>
        <source>Matc&amp;h:</source>
        <translation>匹配(&amp;H)：</translation>
    </message>
    <message>
        <source>What makes a datagram the reply: identical, prefix:N or any</source>
        <translation>怎样的数据报算作回包：identical、prefix:N 或 any</translation>
    </message>
    <message>
        <source>The entry learns the echo &amp;address:</source>
        <translation>入口得知回显地址的方式(&amp;A)：</translation>
    </message>
    <message>
        <source>%1 B on the wire (IPv6)</source>
        <translation>线上 %1 字节 (IPv6)</translation>
    </message>
    <message>
        <source>%1 B on the wire (IPv4)</source>
        <translation>线上 %1 字节 (IPv4)</translation>
    </message>
</context>
<context>
    <name>plumb::ProblemsDialog</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>提醒</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>……另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>plumb::ProfileDocument</name>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message numerus="yes">
        <source>Add %n line(s)</source>
        <translation>
            <numerusform>添加 %n 条线路</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n line(s)</source>
        <translation>
            <numerusform>移除 %n 条线路</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message numerus="yes">
        <source>Resume %n line(s)</source>
        <translation>
            <numerusform>恢复 %n 条线路</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pause %n line(s)</source>
        <translation>
            <numerusform>暂停 %n 条线路</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edit %n line(s)</source>
        <translation>
            <numerusform>编辑 %n 条线路</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>重命名 %1</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1（副本）</translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n line(s)</source>
        <translation>
            <numerusform>复制 %n 条线路</numerusform>
        </translation>
    </message>
    <message>
        <source>Change the settings</source>
        <translation>修改设置</translation>
    </message>
</context>
<context>
    <name>plumb::ReflectText</name>
    <message>
        <source>the ports %1 to %2 of %3 are all in use; close the programs that hold them</source>
        <translation>%3 的端口 %1 至 %2 全部被占用；请关闭占用它们的程序</translation>
    </message>
    <message>
        <source>%1 of %2 % is out of range; give 0 to 100</source>
        <translation>%1 的值 %2 % 超出范围；请给出 0 至 100</translation>
    </message>
    <message>
        <source>%1 of %2 ms is out of range; give 0 to 3600000</source>
        <translation>%1 的值 %2 ms 超出范围；请给出 0 至 3600000</translation>
    </message>
    <message>
        <source>%1 of 8 source ports can not be dead; give 0 to 8</source>
        <translation>8 个源端口中不能有 %1 个不通；请给出 0 至 8</translation>
    </message>
    <message>
        <source>an outage has a negative time; give seconds from 0 on</source>
        <translation>中断的时间为负；请给出不小于 0 的秒数</translation>
    </message>
    <message>
        <source>%1 ports can not be opened; give 1 or more</source>
        <translation>无法打开 %1 个端口；请给出 1 或更多</translation>
    </message>
    <message>
        <source>port 0 (any free port) stands for one port; give a first port for %1</source>
        <translation>端口 0 (任意空闲端口) 只代表一个端口；%1 个端口请给出起始端口</translation>
    </message>
    <message>
        <source>%1 ports from %2 on end above 65535; give fewer or a lower port</source>
        <translation>从 %2 起的 %1 个端口超出 65535；请减少数量或降低起始端口</translation>
    </message>
    <message>
        <source>%1 is in use by another program; stop it or give another port</source>
        <translation>%1 已被其他程序占用；请停止该程序或换一个端口</translation>
    </message>
    <message>
        <source>%1 is not an address of this computer; give one that is</source>
        <translation>%1 不是本机的地址；请给出本机地址</translation>
    </message>
    <message>
        <source>%1 may only be opened by a privileged user; give a port from 1024 on</source>
        <translation>只有特权用户才能打开 %1；请使用 1024 及以上的端口</translation>
    </message>
    <message>
        <source>%1 can not be opened (%2); give another address or port</source>
        <translation>无法打开 %1 (%2)；请换一个地址或端口</translation>
    </message>
    <message>
        <source>this process may open no more than %1 files and sockets; give fewer ports or raise the limit (ulimit -Hn)</source>
        <translation>本进程最多能打开 %1 个文件和套接字；请减少端口数或提高限制 (ulimit -Hn)</translation>
    </message>
    <message>
        <source>this computer has no IPv6; give an IPv4 address</source>
        <translation>本机没有 IPv6；请给出 IPv4 地址</translation>
    </message>
    <message>
        <source>no socket can be opened (%1); free memory or give fewer ports</source>
        <translation>无法打开套接字 (%1)；请释放内存或减少端口数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address to listen on; give an IPv4 or IPv6 address</source>
        <translation>“%1”不是可监听的地址；请给出 IPv4 或 IPv6 地址</translation>
    </message>
</context>
<context>
    <name>plumb::ReloadController</name>
    <message>
        <source>The demo has no file to read again.</source>
        <translation>演示没有可重新读取的文件。</translation>
    </message>
    <message>
        <source>Save the profile first: the command is allowed for a file.</source>
        <translation>请先保存方案：命令按文件授权。</translation>
    </message>
    <message>
        <source>There is no file to read again.</source>
        <translation>没有可重新读取的文件。</translation>
    </message>
    <message>
        <source>%1 has changed, but holds no line that can be probed.</source>
        <translation>%1 已更改，但没有可探测的线路。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with an error are left out.</source>
        <translation>
            <numerusform>%n 行有错误，未采用。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has changed, but can not be read: %2</source>
        <translation>%1 已更改，但无法读取：%2</translation>
    </message>
    <message>
        <source>It is started in the folder %1, without a shell and with your rights, now and when you reload (F9).</source>
        <translation>它在文件夹 %1 中以你的权限运行，不经过 shell：现在一次，以及每次重新读取 (F9) 时。</translation>
    </message>
    <message>
        <source>And every %1 while this profile is open.</source>
        <translation>方案打开期间还会每 %1 运行一次。</translation>
    </message>
    <message>
        <source>What is different is shown before anything is changed. You will not be asked again for this command of this file.</source>
        <translation>更改之前会先显示差异。对此文件的此命令不会再次询问。</translation>
    </message>
    <message>
        <source>A command that lists lines</source>
        <translation>列出线路的命令</translation>
    </message>
    <message>
        <source>The profile takes more lines from this command:

%1

May it be run?</source>
        <translation>方案从以下命令获取更多线路：

%1

可以运行吗？</translation>
    </message>
    <message>
        <source>&amp;Run it</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>it printed no line</source>
        <translation>没有输出任何线路</translation>
    </message>
    <message>
        <source>The command %1 gave no list: %2.</source>
        <translation>命令 %1 没有给出列表：%2。</translation>
    </message>
    <message>
        <source>Nothing is different.</source>
        <translation>没有差异。</translation>
    </message>
    <message>
        <source>Not during a sweep: stop it first (F5).</source>
        <translation>单次拨测进行中不可用：请先停止 (F5)。</translation>
    </message>
    <message>
        <source>Reload %1</source>
        <translation>重新读取 %1</translation>
    </message>
    <message>
        <source>%1 has changed: %2.</source>
        <translation>%1 已更改：%2。</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>查看…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>This profile takes more lines from a command: %1</source>
        <translation>此方案从命令获取更多线路：%1</translation>
    </message>
    <message>
        <source>Run it…</source>
        <translation>运行…</translation>
    </message>
</context>
<context>
    <name>plumb::ReloadDialog</name>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>station</source>
        <translation>探测点</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>入口</translation>
    </message>
    <message>
        <source>echo</source>
        <translation>回显地址</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>probe settings</source>
        <translation>探测设置</translation>
    </message>
    <message>
        <source>sweep settings</source>
        <translation>单次拨测设置</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>other keys</source>
        <translation>其他键</translation>
    </message>
    <message>
        <source>other %1</source>
        <translation>%1不同</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) kept</source>
        <translation>
            <numerusform>保留 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>新增 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>删除 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>更改 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>settings changed</source>
        <translation>设置有更改</translation>
    </message>
    <message>
        <source>What is different in %1</source>
        <translation>%1 的差异</translation>
    </message>
    <message>
        <source>Lines that are kept or changed keep their statistics. One undo takes all of it back.</source>
        <translation>保留或更改的线路保留其统计。一次撤销即可全部还原。</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>变为</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>&amp;Apply what is ticked</source>
        <translation>应用所选(&amp;A)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>plumb::RuleDialog</name>
    <message>
        <source>usual + %1</source>
        <translation>平时值 + %1</translation>
    </message>
    <message>
        <source> and + </source>
        <translation> 且 + </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 over the last %2 probes: %3</source>
        <translation>最近 %2 次 %1：%3</translation>
    </message>
    <message>
        <source>%1 over the last %2 s: %3</source>
        <translation>最近 %2 秒 %1：%3</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>&amp;Figure:</source>
        <translation>指标(&amp;F)：</translation>
    </message>
    <message>
        <source>a fixed value</source>
        <translation>固定值</translation>
    </message>
    <message>
        <source>the line&apos;s own usual value</source>
        <translation>线路自己的平时值</translation>
    </message>
    <message>
        <source>Usual: the line&apos;s median of the last hour outside flagged time.</source>
        <translation>平时值：该线路最近一小时非异常时段的中位数。</translation>
    </message>
    <message>
        <source>&amp;Compare with:</source>
        <translation>比较对象(&amp;C)：</translation>
    </message>
    <message>
        <source>&amp;Above:</source>
        <translation>高于(&amp;A)：</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>不用</translation>
    </message>
    <message>
        <source>Above the usual value by percent</source>
        <translation>高出平时值的百分比</translation>
    </message>
    <message>
        <source>And by milliseconds</source>
        <translation>以及毫秒数</translation>
    </message>
    <message>
        <source>and +</source>
        <translation>且 +</translation>
    </message>
    <message>
        <source>Above &amp;usual +</source>
        <translation>高于平时值(&amp;U) +</translation>
    </message>
    <message>
        <source>Over the last</source>
        <translation>统计窗口</translation>
    </message>
    <message>
        <source>probes</source>
        <translation>次</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>&amp;Over the last:</source>
        <translation>统计窗口(&amp;O)：</translation>
    </message>
    <message>
        <source>&amp;Severity:</source>
        <translation>级别(&amp;S)：</translation>
    </message>
    <message>
        <source>two thirds of the limit</source>
        <translation>阈值的三分之二</translation>
    </message>
    <message>
        <source>Clears &amp;below:</source>
        <translation>恢复阈值(&amp;B)：</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Above for at &amp;least:</source>
        <translation>超过至少(&amp;L)：</translation>
    </message>
    <message>
        <source>Below for at l&amp;east:</source>
        <translation>恢复至少(&amp;E)：</translation>
    </message>
    <message>
        <source>With fewer decided probes nothing is said about the line.</source>
        <translation>已有结果的样本更少时不作判断。</translation>
    </message>
    <message>
        <source>At least &amp;n:</source>
        <translation>最少样本(&amp;N)：</translation>
    </message>
    <message>
        <source>95 % in a sweep, 99.9 % in a watch</source>
        <translation>单次拨测 95 %，持续监测 99.9 %</translation>
    </message>
    <message>
        <source>How sure the loss must be above the limit. With 95 %, a limit of 30 % is certainly exceeded from 38 lost of 100 on; 0 takes the plain ratio.</source>
        <translation>丢包率超过阈值须有多大把握。95 % 时，阈值 30 % 要丢 38/100 才算确定超过；0 表示直接用比例。</translation>
    </message>
    <message>
        <source>How su&amp;re:</source>
        <translation>置信度(&amp;R)：</translation>
    </message>
    <message>
        <source> probes in a row</source>
        <translation> 次连续</translation>
    </message>
    <message>
        <source>default (%1)</source>
        <translation>默认 (%1)</translation>
    </message>
</context>
<context>
    <name>plumb::RulesEdit</name>
    <message>
        <source>Loss above 5 % is a warning, above 30 % critical; a mean 50 % and 30 ms above the usual one is a warning, above 300 ms critical.</source>
        <translation>丢包率高于 5 % 为告警，高于 30 % 为严重；平均时延比平时值高 50 % 且高 30 ms 为告警，高于 300 ms 为严重。</translation>
    </message>
    <message>
        <source>Loss above 30 % and a mean above 300 ms are critical, each over 100 probes.</source>
        <translation>丢包率高于 30 % 或平均时延高于 300 ms 为严重，均按 100 次探测统计。</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>A&amp;dd…</source>
        <translation>添加(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>删除(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Games</source>
        <translation>游戏(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation>原有(&amp;O)</translation>
    </message>
    <message>
        <source>Replace by:</source>
        <translation>替换为：</translation>
    </message>
</context>
<context>
    <name>plumb::RulesField</name>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message numerus="yes">
        <source>as the profile (%n rule(s))</source>
        <translation>
            <numerusform>同方案 (%n 条规则)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>its own (%n rule(s))</source>
        <translation>
            <numerusform>自己的 (%n 条规则)</numerusform>
        </translation>
    </message>
    <message>
        <source>Rules of the line</source>
        <translation>线路的规则</translation>
    </message>
</context>
<context>
    <name>plumb::RunController</name>
    <message>
        <source>Or the entry does not know the echo address: check in one line, under More, how it learns it.</source>
        <translation>也可能是入口不知道回显地址：请在一条线路的“更多”中检查入口如何得知。</translation>
    </message>
    <message>
        <source>No line at all has answered since %1. The usual causes: nothing listens at the entry, a firewall drops UDP, or the port is wrong.</source>
        <translation>自 %1 起没有任何线路回包。常见原因：入口没有程序监听、防火墙丢弃 UDP，或端口不对。</translation>
    </message>
    <message>
        <source>Check one entry&apos;s address and port first (Enter), then the firewall on the way.</source>
        <translation>请先检查一条线路的入口地址和端口 (Enter)，再检查沿途的防火墙。</translation>
    </message>
</context>
<context>
    <name>plumb::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Probes</source>
        <translation>探测</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>The demo&apos;s settings can not be edited.</source>
        <translation>演示的设置不能编辑。</translation>
    </message>
    <message>
        <source>default (%1)</source>
        <translation>默认 (%1)</translation>
    </message>
    <message>
        <source>as the file</source>
        <translation>同文件名</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>Where the probes are sent from; every record and report names it.</source>
        <translation>探测从哪里发出；每份记录和报告都会写明。</translation>
    </message>
    <message>
        <source>&amp;Station:</source>
        <translation>探测点(&amp;S)：</translation>
    </message>
    <message>
        <source> probes</source>
        <translation> 次探测</translation>
    </message>
    <message>
        <source>To each line, in one sweep.</source>
        <translation>一次单次拨测中每条线路的次数。</translation>
    </message>
    <message>
        <source>S&amp;weep:</source>
        <translation>单次拨测(&amp;W)：</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Between two probes of one line, in a sweep.</source>
        <translation>单次拨测时，一条线路的两个探测包之间。</translation>
    </message>
    <message>
        <source>Sweep &amp;interval:</source>
        <translation>单次拨测间隔(&amp;I)：</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>A program that prints a list; its lines join those of the file, after you have seen what is different. It is run without a shell, in the folder of the profile, and never before you have allowed it for this file.</source>
        <translation>输出列表的程序；你看过差异之后，其线路并入文件中的线路。它在方案所在文件夹运行，不经过 shell，在你为此文件允许之前绝不运行。</translation>
    </message>
    <message>
        <source>Lines from a &amp;command:</source>
        <translation>从命令获取线路(&amp;C)：</translation>
    </message>
    <message>
        <source>only when asked (F9)</source>
        <translation>仅在要求时 (F9)</translation>
    </message>
    <message>
        <source>As in 5 min, 90 s or 2 h.</source>
        <translation>例如 5 min、90 s 或 2 h。</translation>
    </message>
    <message>
        <source>Run it &amp;every:</source>
        <translation>运行周期(&amp;E)：</translation>
    </message>
    <message>
        <source>A line is judged by the worst of these; lines with rules of their own by those alone. A line that is silent is dead without any rule.</source>
        <translation>线路按其中最严重的一条判定；有自己规则的线路只按自己的。完全无回包的线路无需规则即为不通。</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>Takes effect at the next start. Light or dark follows the system at once.</source>
        <translation>下次启动时生效。浅色或深色随系统立即切换。</translation>
    </message>
    <message>
        <source>Show the demo&apos;s &amp;hints</source>
        <translation>显示演示的提示(&amp;H)</translation>
    </message>
    <message>
        <source>a command is missing; name a program</source>
        <translation>缺少命令；请写一个程序</translation>
    </message>
    <message>
        <source>A watch sends %1, at most %2 to one entry.</source>
        <translation>持续监测发送 %1，单个入口最多 %2。</translation>
    </message>
    <message>
        <source>A sweep sends %1, at most %2 to one entry.</source>
        <translation>单次拨测发送 %1，单个入口最多 %2。</translation>
    </message>
    <message>
        <source>No line is probed yet.</source>
        <translation>还没有要探测的线路。</translation>
    </message>
</context>
<context>
    <name>plumb::Sharing</name>
    <message>
        <source>%1 of %2</source>
        <comment>6 of 6 lines</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>fewer than once in a million times</source>
        <translation>不到百万分之一</translation>
    </message>
    <message>
        <source>more often than not</source>
        <translation>多半会如此</translation>
    </message>
    <message>
        <source>about once in %1 times</source>
        <translation>约 %1 次中一次</translation>
    </message>
    <message>
        <source>%1 bad</source>
        <comment>6 of 6</comment>
        <translation>%1 异常</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <comment>6 of 6</comment>
        <translation>%1 已选</translation>
    </message>
    <message>
        <source>By chance alone so many would fall together %1.</source>
        <translation>纯属巧合的可能性：%1。</translation>
    </message>
    <message>
        <source>Click or Enter: select these lines.</source>
        <translation>单击或回车：选中这些线路。</translation>
    </message>
    <message>
        <source>Click or Enter: show these lines only.</source>
        <translation>单击或回车：只显示这些线路。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 source ports</source>
        <comment>line, 2, 8</comment>
        <translation>%1：%3 个源端口中的 %2 个</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <comment>25 of 25 probes</comment>
        <translation>%1 丢失</translation>
    </message>
    <message>
        <source>Source ports %1. Routers choose a path by the source port: a dead member of a group of links loses all probes of some ports and none of the others.</source>
        <translation>源端口 %1。路由器按源端口选路：链路组中若有一个成员失效，某些端口的探测包全部丢失，其余端口毫无影响。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) together</source>
        <translation>
            <numerusform>%n 条线路合计</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2; elsewhere %3</source>
        <comment>entry 118.89.127.211, 6 of 6 bad, 0 of 122</comment>
        <translation>%1：%2；其他 %3</translation>
    </message>
    <message>
        <source>No line has been judged yet.</source>
        <translation>还没有线路得出状态。</translation>
    </message>
    <message>
        <source>No line is bad. Select two or more lines to see what those share.</source>
        <translation>没有异常线路。选中两条或更多线路可查看它们的共同点。</translation>
    </message>
    <message>
        <source>Only one line is bad: there is nothing that it could share.</source>
        <translation>只有一条线路异常，谈不上共同点。</translation>
    </message>
    <message>
        <source>All lines are bad, so there is no other to compare them with: look at this computer&apos;s uplink first.</source>
        <translation>所有线路都异常，没有可对比的线路：请先检查本机的上行网络。</translation>
    </message>
    <message>
        <source>The %1 bad lines share no entry, address block, tag or source port that the %2 others have not.</source>
        <translation>%1 条异常线路没有区别于其他 %2 条的入口、地址段、标签或源端口。</translation>
    </message>
    <message>
        <source>What the %1 bad lines share, and how many of the %2 others do.</source>
        <translation>%1 条异常线路的共同点，以及其他 %2 条中有多少也如此。</translation>
    </message>
    <message>
        <source>Select two or more lines to see what those share.</source>
        <translation>选中两条或更多线路可查看它们的共同点。</translation>
    </message>
    <message>
        <source>All lines are selected, so there is no other to compare them with.</source>
        <translation>已选中所有线路，没有可对比的线路。</translation>
    </message>
    <message>
        <source>The %1 selected lines share no entry, address block, tag or source port that the %2 others have not.</source>
        <translation>选中的 %1 条线路没有区别于其他 %2 条的入口、地址段、标签或源端口。</translation>
    </message>
    <message>
        <source>What the %1 selected lines share, and how many of the %2 others do.</source>
        <translation>选中的 %1 条线路的共同点，以及其他 %2 条中有多少也如此。</translation>
    </message>
    <message>
        <source>entry %1</source>
        <translation>入口 %1</translation>
    </message>
    <message>
        <source>entry block %1</source>
        <translation>入口地址段 %1</translation>
    </message>
    <message>
        <source>echo block %1</source>
        <translation>回显地址段 %1</translation>
    </message>
    <message>
        <source>tag %1</source>
        <translation>标签 %1</translation>
    </message>
</context>
<context>
    <name>plumb::SharingModel</name>
    <message>
        <source>What they share</source>
        <translation>共同点</translation>
    </message>
    <message>
        <source>With it</source>
        <translation>具有者</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>An entry, a block of addresses, a tag, or source ports. Bold: too much to be chance.</source>
        <translation>入口、地址段、标签或源端口。粗体：不像是巧合。</translation>
    </message>
    <message>
        <source>How many of the lines that have it are meant; for source ports, how many probes over them were lost.</source>
        <translation>具有该共同点的线路中有多少条属于所查线路；源端口一行则是经这些端口丢失的探测包数。</translation>
    </message>
    <message>
        <source>The same among all other lines; for source ports, over the other ports.</source>
        <translation>其他所有线路中的情况；源端口一行则是其余端口的情况。</translation>
    </message>
</context>
<context>
    <name>plumb::SharingPanel</name>
    <message>
        <source>Bad lines</source>
        <translation>异常线路</translation>
    </message>
    <message>
        <source>Compare the lines that are flagged with all others that have been judged.</source>
        <translation>把异常线路与其他已得出状态的线路对比。</translation>
    </message>
    <message>
        <source>Selected lines</source>
        <translation>选中线路</translation>
    </message>
    <message>
        <source>Compare the lines that are selected in the table with all others.</source>
        <translation>把表格中选中的线路与其他所有线路对比。</translation>
    </message>
    <message>
        <source>Show all lines</source>
        <translation>显示所有线路</translation>
    </message>
    <message>
        <source>Remove the filter: show all lines again.</source>
        <translation>去掉筛选，重新显示所有线路。</translation>
    </message>
    <message>
        <source>What they share</source>
        <translation>共同点</translation>
    </message>
    <message>
        <source>%1 lines are selected, so it is these that are compared. %2</source>
        <translation>已选中 %1 条线路，因此对比的是它们。%2</translation>
    </message>
</context>
<context>
    <name>plumb::Shift</name>
    <message>
        <source>worst: %1, %2 %3 (limit %4)</source>
        <comment>Critical, loss, 58 %, 30 %</comment>
        <translation>最严重：%1，%2 %3（阈值 %4）</translation>
    </message>
    <message>
        <source>worst: %1</source>
        <translation>最严重：%1</translation>
    </message>
    <message>
        <source>worst: %1, %2</source>
        <translation>最严重：%1，%2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>since %1, still bad</source>
        <translation>始于 %1，仍异常</translation>
    </message>
    <message>
        <source>since %1, still bad when measuring stopped at %2</source>
        <translation>始于 %1，%2 停止监测时仍异常</translation>
    </message>
    <message>
        <source>bad for %1 (%2)</source>
        <translation>异常 %1（%2）</translation>
    </message>
    <message>
        <source>bad %1 times, for %2 in all (the last time: %3)</source>
        <translation>异常 %1 次，共 %2（最近一次：%3）</translation>
    </message>
    <message>
        <source>%1: %2; %3</source>
        <comment>line, when, how badly</comment>
        <translation>%1：%2；%3</translation>
    </message>
    <message>
        <source>Known only from %1 on: what was before is not told here.</source>
        <translation>仅知 %1 之后的情况：此前的不在其中。</translation>
    </message>
    <message>
        <source>Measured all the time: %1.</source>
        <translation>全程有监测：%1。</translation>
    </message>
    <message>
        <source>Not measured: %1 of %2.</source>
        <translation>未监测：%2 中的 %1。</translation>
    </message>
    <message>
        <source>[Plumbline] %1, the last %2 h: %3 to %4; from station %5</source>
        <comment>profile, 8, date and time, time and zone, station</comment>
        <translation>[Plumbline] %1，最近 %2 小时：%3 至 %4；探测点 %5</translation>
    </message>
    <message>
        <source>No line was flagged (of %1).</source>
        <translation>没有异常线路（共 %1 条）。</translation>
    </message>
    <message>
        <source>Flagged: %1 of %2 lines</source>
        <comment>before the list of them</comment>
        <translation>异常线路：%1/%2 条</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more line(s)</source>
        <translation>
            <numerusform>……另 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Faults of this computer: %1; probes not counted: %2</source>
        <translation>本机故障：%1 次；不计探测包：%2 次</translation>
    </message>
    <message>
        <source>Notes:</source>
        <translation>备注：</translation>
    </message>
</context>
<context>
    <name>plumb::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Events: go to the line</source>
        <translation>状态变化：转到线路</translation>
    </message>
    <message>
        <source>Table: fold or unfold a group</source>
        <translation>表格：折叠或展开分组</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>左、右方向键</translation>
    </message>
    <message>
        <source>Filter: offer what fits</source>
        <translation>筛选：提示可用的词</translation>
    </message>
    <message>
        <source>From part to part</source>
        <translation>在各部分之间移动</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Alt and the marked letter, or F10</source>
        <translation>Alt 加标出的字母，或 F10</translation>
    </message>
    <message>
        <source>Chart: a note at the crosshair</source>
        <translation>图表：在十字线处添加备注</translation>
    </message>
    <message>
        <source>Filter: to the table</source>
        <translation>筛选：转到表格</translation>
    </message>
    <message>
        <source>Filter: clear it, then back to live</source>
        <translation>筛选：先清空，再回到实时</translation>
    </message>
    <message>
        <source>Events: copy</source>
        <translation>状态变化：复制</translation>
    </message>
    <message>
        <source>Events: edit or remove a note</source>
        <translation>状态变化：编辑或删除备注</translation>
    </message>
    <message>
        <source>The menu of a row, an event or the chart</source>
        <translation>表格行、状态变化或图表的菜单</translation>
    </message>
    <message>
        <source>Menu key or Shift+F10</source>
        <translation>菜单键或 Shift+F10</translation>
    </message>
</context>
<context>
    <name>plumb::StatusFields</name>
    <message>
        <source>What the program does now.</source>
        <translation>程序当前在做什么。</translation>
    </message>
    <message>
        <source>Probes sent over all lines, and what they take on the wire with IP and UDP headers.</source>
        <translation>所有线路发送的探测包，以及连同 IP 和 UDP 头在线上占用的带宽。</translation>
    </message>
    <message>
        <source>How well this computer keeps its own schedule: 99 % of the last departures were behind their time by at most this.</source>
        <translation>本机按计划发送的准确程度：最近的发送中 99 % 晚于计划不超过此值。</translation>
    </message>
    <message>
        <source>Probes that fell into a fault of this computer since the start. They count neither for nor against a line.</source>
        <translation>开始以来因本机原因不计的探测；它们既不算好也不算坏。</translation>
    </message>
    <message>
        <source>The picture stands still, probing goes on. Space goes on live.</source>
        <translation>画面静止，探测继续。按空格键恢复实时。</translation>
    </message>
    <message>
        <source>The station that every report names, and the time zone of all times in this window.</source>
        <translation>每份报告都会注明的探测点，以及本窗口中所有时间的时区。</translation>
    </message>
    <message>
        <source>No lines</source>
        <translation>没有线路</translation>
    </message>
    <message numerus="yes">
        <source>Stopping: waiting for %n open probe(s)</source>
        <translation>
            <numerusform>正在停止：等待 %n 个探测包的回包</numerusform>
        </translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Watching %1</source>
        <translation>持续监测 %1</translation>
    </message>
    <message>
        <source>Sweep %1 of %2</source>
        <translation>单次拨测 %1/%2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Tester ok, timer p99 %1 ms</source>
        <translation>本机正常，定时误差 P99 %1 ms</translation>
    </message>
    <message>
        <source>Tester slow, timer p99 %1 ms</source>
        <translation>本机偏慢，定时误差 P99 %1 ms</translation>
    </message>
    <message>
        <source>Not counted %1</source>
        <translation>不计 %1</translation>
    </message>
    <message>
        <source>View frozen since %1</source>
        <translation>画面自 %1 起冻结</translation>
    </message>
    <message>
        <source>Sweep done: %1 of %2 lines flagged</source>
        <translation>单次拨测完成：%2 条线路中 %1 条异常</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the sweep</source>
        <translation>取消拨测</translation>
    </message>
    <message numerus="yes">
        <source>Sweep of %n line(s): %1 of %2</source>
        <translation>
            <numerusform>拨测 %n 条线路：%1 / %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Departures behind their time: median %1 ms, p99 %2 ms</source>
        <translation>发送滞后：中位数 %1 ms，P99 %2 ms</translation>
    </message>
    <message>
        <source>Event loop behind its time: median %1 ms, p99 %2 ms, worst %3 ms</source>
        <translation>事件循环滞后：中位数 %1 ms，P99 %2 ms，最大 %3 ms</translation>
    </message>
    <message>
        <source>More probes are asked for than this computer can send in time.</source>
        <translation>要求发送的探测包多于本机能按时发送的数量。</translation>
    </message>
    <message>
        <source>Departures that were left out: %1</source>
        <translation>未能发送的时刻：%1</translation>
    </message>
    <message>
        <source>Replies that found the receive buffer full: %1</source>
        <translation>因接收缓冲区已满而丢弃的应答：%1</translation>
    </message>
    <message>
        <source>Sends that this computer refused (%1): %2</source>
        <translation>被本机拒绝的发送 (%1)：%2</translation>
    </message>
    <message>
        <source>Tester overloaded, timer p99 %1 ms</source>
        <translation>本机过载，定时误差 P99 %1 ms</translation>
    </message>
</context>
<context>
    <name>plumb::SweepDialog</name>
    <message>
        <source>Result of the sweep</source>
        <translation>拨测结果</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>The whole table, as a spreadsheet takes it. (%1)</source>
        <translation>整个表格，可粘贴到电子表格。(%1)</translation>
    </message>
</context>
<context>
    <name>plumb::SweepModel</name>
    <message numerus="yes">
        <source>%1 of %n line(s) fail.</source>
        <translation>
            <numerusform>%n 条线路中 %1 条未通过。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of %n line(s) fails.</source>
        <translation>
            <numerusform>%n 条线路均无异常。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be judged for certain.</source>
        <translation>
            <numerusform>%n 条线路无法确定。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) that were paused, changed or removed meanwhile are left out.</source>
        <translation>
            <numerusform>其间被暂停、更改或移除的 %n 条线路未列入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n probe(s) to each line, %1 to %2.</source>
        <translation>
            <numerusform>每条线路 %n 次，%1 至 %2。</numerusform>
        </translation>
    </message>
    <message>
        <source>Fail · %1</source>
        <translation>未通过 · %1</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>nothing decided</source>
        <translation>没有结果</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>入口</translation>
    </message>
    <message>
        <source>Loss %</source>
        <translation>丢包率 %</translation>
    </message>
    <message>
        <source>Lost/n</source>
        <translation>丢包/样本</translation>
    </message>
    <message>
        <source>Mean ms</source>
        <translation>平均 ms</translation>
    </message>
    <message>
        <source>p95 ms</source>
        <translation>P95 ms</translation>
    </message>
    <message>
        <source>Jitter ms</source>
        <translation>抖动 ms</translation>
    </message>
</context>
<context>
    <name>plumb::TellActions</name>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>Add a &amp;note…</source>
        <translation>添加备注(&amp;N)…</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>button</comment>
        <translation>备注</translation>
    </message>
    <message>
        <source>Copy ev&amp;idence</source>
        <translation>复制证据(&amp;I)</translation>
    </message>
    <message>
        <source>What is wrong with the selected lines as text, with the chart as a picture; nothing selected: of the worst line. (Ctrl+Shift+C)</source>
        <translation>以文字说明选中线路的问题，并附图表图片；未选中时为最差的线路。(Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>Copy mt&amp;r command</source>
        <translation>复制 mtr 命令(&amp;R)</translation>
    </message>
    <message>
        <source>The command that traces the way to the entry with UDP probes.</source>
        <translation>用 UDP 探测包追踪到入口路径的命令。</translation>
    </message>
    <message>
        <source>Copy shift summary of the last &amp;8 h</source>
        <translation>复制最近 &amp;8 小时的交班摘要</translation>
    </message>
    <message>
        <source>Flagged lines, their duration and worst figure, what was not counted.</source>
        <translation>异常线路及其时长和最差数值，以及不计的探测包。</translation>
    </message>
    <message>
        <source>Copy shift summary of the last &amp;12 h</source>
        <translation>复制最近 &amp;12 小时的交班摘要</translation>
    </message>
    <message>
        <source>&amp;Latency and loss</source>
        <translation>时延和丢包(&amp;L)</translation>
    </message>
    <message>
        <source>What they s&amp;hare</source>
        <translation>共同点(&amp;H)</translation>
    </message>
    <message>
        <source>On the selected lines or on all, at this time or where the chart&apos;s crosshair stands; shown in chart, events and exports. (Ctrl+N)</source>
        <translation>记在选中的或所有线路上，时间为当前时间或图表十字线所在的时间；在图表、状态记录和导出中显示。(Ctrl+N)</translation>
    </message>
</context>
<context>
    <name>plumb::Trouble</name>
    <message>
        <source>through entry %1</source>
        <translation>经入口 %1 的</translation>
    </message>
    <message>
        <source>through entries of %1</source>
        <translation>经入口地址段 %1 的</translation>
    </message>
    <message>
        <source>with echo addresses of %1</source>
        <translation>回显地址属于 %1 的</translation>
    </message>
    <message>
        <source>tagged %1</source>
        <translation>带标签 %1 的</translation>
    </message>
    <message>
        <source>all %1 of %2 %3</source>
        <comment>6, 6, through entry 10.0.0.1</comment>
        <translation>%3 %1/%2 条全部异常</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <comment>5, 6, through entry 10.0.0.1</comment>
        <translation>%3 %2 条中 %1 条异常</translation>
    </message>
    <message>
        <source>, elsewhere %1 of %2</source>
        <translation>，其他线路 %1/%2</translation>
    </message>
    <message>
        <source>▲ %1 of %2 lines bad since %3 — %4</source>
        <translation>▲ %1/%2 条线路自 %3 起异常 — %4</translation>
    </message>
    <message>
        <source>; no other line is bad.</source>
        <translation>；其他线路无异常。</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
    <message>
        <source>▲ %1 of %2 lines bad, %3 of them since %4 — %5; the others since other times.</source>
        <translation>▲ %1/%2 条线路异常，其中 %3 条始于 %4 — %5；其余始于其他时间。</translation>
    </message>
    <message>
        <source> They share nothing that others have not.</source>
        <translation>它们没有区别于其他线路的共同点。</translation>
    </message>
    <message>
        <source>▲ %1 of %2 lines bad since %3.</source>
        <translation>▲ %1/%2 条线路自 %3 起异常。</translation>
    </message>
    <message>
        <source>▲ %1 of %2 lines bad, the first since %3, the newest since %4.</source>
        <translation>▲ %1/%2 条线路异常，最早始于 %3，最近始于 %4。</translation>
    </message>
    <message>
        <source>No line is bad any more since %1; at most %2 of %3 were.</source>
        <translation>自 %1 起不再有异常线路；最多时 %2/%3 条异常。</translation>
    </message>
    <message>
        <source>Only one line is still bad since %1; at most %2 of %3 were.</source>
        <translation>自 %1 起只剩一条线路异常；最多时 %2/%3 条异常。</translation>
    </message>
    <message>
        <source>▲ %1 of %2 lines bad at once: look at this computer&apos;s uplink first.</source>
        <translation>▲ %1/%2 条线路同时异常：请先检查本机的上行网络。</translation>
    </message>
</context>
<context>
    <name>plumb::WindowActions</name>
    <message>
        <source>&amp;New profile</source>
        <translation>新建方案(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open a profile or list…</source>
        <translation>打开方案或列表(&amp;O)…</translation>
    </message>
    <message>
        <source>A .plumb profile, or a .csv or .txt list. Nothing is sent before Start.</source>
        <translation>.plumb 方案，或 .csv、.txt 列表。按“开始”之前不会发送任何数据。</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Export CSV…</source>
        <translation>导出 CSV(&amp;E)…</translation>
    </message>
    <message>
        <source>Write the table&apos;s numbers, the probes or the events to a CSV file.</source>
        <translation>将表中数值、探测包或状态变化写入 CSV 文件。</translation>
    </message>
    <message>
        <source>Try the &amp;demo</source>
        <translation>运行演示(&amp;D)</translation>
    </message>
    <message>
        <source>24 made-up lines inside this program; nothing leaves this computer.</source>
        <translation>本程序内的 24 条虚构线路；没有任何数据离开本机。</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Add a line…</source>
        <translation>添加线路(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Paste lines…</source>
        <translation>粘贴线路(&amp;P)…</translation>
    </message>
    <message>
        <source>A list from the clipboard, with a preview first.</source>
        <translation>来自剪贴板的列表，先预览。</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>Pau&amp;se</source>
        <translation>暂停线路(&amp;S)</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>移除(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Red&amp;o</source>
        <translation>重做(&amp;O)</translation>
    </message>
    <message>
        <source>Copy ro&amp;ws</source>
        <translation>复制行(&amp;W)</translation>
    </message>
    <message>
        <source>The selected rows, as a spreadsheet takes them.</source>
        <translation>所选的行，可直接粘贴到电子表格。</translation>
    </message>
    <message>
        <source>Select a&amp;ll</source>
        <translation>全选(&amp;L)</translation>
    </message>
    <message>
        <source>Ne&amp;xt problem</source>
        <translation>下一个异常(&amp;X)</translation>
    </message>
    <message>
        <source>Previous pro&amp;blem</source>
        <translation>上一个异常(&amp;B)</translation>
    </message>
    <message>
        <source>S&amp;weep</source>
        <translation>单次拨测(&amp;W)</translation>
    </message>
    <message>
        <source>%1 probes to each line, about %2 s</source>
        <translation>每条线路 %1 次，约 %2 秒</translation>
    </message>
    <message>
        <source>&amp;Freeze view</source>
        <translation>冻结画面(&amp;F)</translation>
    </message>
    <message>
        <source>The picture stands still, probing goes on.</source>
        <translation>画面静止，探测继续。</translation>
    </message>
    <message>
        <source>F&amp;ilter lines</source>
        <translation>筛选线路(&amp;I)</translation>
    </message>
    <message>
        <source>Sort &amp;problems first</source>
        <translation>异常排在前面(&amp;P)</translation>
    </message>
    <message>
        <source>Show the &amp;chart</source>
        <translation>显示图表(&amp;C)</translation>
    </message>
    <message>
        <source>Show &amp;events</source>
        <translation>显示状态变化(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Plumbline</source>
        <translation>关于 Plumbline(&amp;A)</translation>
    </message>
    <message>
        <source>Use my own lines…</source>
        <translation>使用我自己的线路…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Lines</source>
        <translation>线路(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>测量(&amp;M)</translation>
    </message>
    <message>
        <source>Swee&amp;p with</source>
        <translation>单次拨测次数(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>■ &amp;Stop now</source>
        <translation>■ 立即停止(&amp;S)</translation>
    </message>
    <message>
        <source>■ &amp;Stop</source>
        <translation>■ 停止(&amp;S)</translation>
    </message>
    <message>
        <source>▶ &amp;Start</source>
        <translation>▶ 开始(&amp;S)</translation>
    </message>
    <message>
        <source>Do not wait for the open probes. (F5)</source>
        <translation>不再等待尚未回包的探测。(F5)</translation>
    </message>
    <message>
        <source>Send no more probes. (F5)</source>
        <translation>不再发送探测包。(F5)</translation>
    </message>
    <message>
        <source>Probe all lines until stopped. (F5)</source>
        <translation>持续探测所有线路，直到停止。(F5)</translation>
    </message>
    <message>
        <source>Send a fixed number of probes to every line, in rounds, then judge once. (F6)</source>
        <translation>按轮向每条线路发送固定次数的探测包，完成后统一判定。(F6)</translation>
    </message>
    <message>
        <source>Re&amp;load</source>
        <translation>重新读取(&amp;L)</translation>
    </message>
    <message>
        <source>Read the profile, its lists and its command again and show what is different.</source>
        <translation>重新读取方案、列表和命令，并显示差异。</translation>
    </message>
    <message>
        <source>Rena&amp;me</source>
        <translation>重命名(&amp;M)</translation>
    </message>
    <message>
        <source>Type another name into the cell.</source>
        <translation>在单元格中输入新名称。</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>创建副本(&amp;D)</translation>
    </message>
    <message>
        <source>Copy as &amp;CSV</source>
        <translation>复制为 CSV(&amp;C)</translation>
    </message>
    <message>
        <source>The columns of the CSV summary, with the table&apos;s figures.</source>
        <translation>CSV 汇总的各列，数值与表格相同。</translation>
    </message>
    <message>
        <source>Copy as lis&amp;t lines</source>
        <translation>复制为列表行(&amp;T)</translation>
    </message>
    <message>
        <source>As a list has them: paste them into any window.</source>
        <translation>按列表格式，可粘贴到任何窗口。</translation>
    </message>
    <message>
        <source>Copy entr&amp;y address</source>
        <translation>复制入口地址(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;none</source>
        <translation>无(&amp;N)</translation>
    </message>
    <message>
        <source>by &amp;tag</source>
        <translation>按标签(&amp;T)</translation>
    </message>
    <message>
        <source>by &amp;entry</source>
        <translation>按入口(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Fold all groups</source>
        <translation>折叠所有分组(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Unfold all groups</source>
        <translation>展开所有分组(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>Name, station, how is probed, rules; language.</source>
        <translation>名称、探测点、探测方式、规则；语言。</translation>
    </message>
    <message>
        <source>&amp;Freeze the tester 2 s</source>
        <translation>让本机停顿 2 秒(&amp;F)</translation>
    </message>
    <message>
        <source>Stops the thread that sends and receives, as an overloaded computer would.</source>
        <translation>停住收发线程，如同电脑过载。</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>分组(&amp;G)</translation>
    </message>
    <message>
        <source>Put the lines under their tags or entries, each group with its sum.</source>
        <translation>把线路按标签或入口分组，每组显示合计。</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation>分组：%1</translation>
    </message>
    <message>
        <source>S&amp;weep selected</source>
        <translation>拨测所选(&amp;W)</translation>
    </message>
    <message>
        <source>Swee&amp;p selected with</source>
        <translation>拨测所选(&amp;P)</translation>
    </message>
    <message>
        <source>Not during another sweep, and not without lines.</source>
        <translation>另一次拨测进行中或没有线路时不可用。</translation>
    </message>
    <message>
        <source>The next probes of these lines are a sweep, in the place of their watch&apos;s; the result opens as a table. (F6)</source>
        <translation>这些线路接下来的探测包作为单次拨测，代替其持续监测；结果以表格打开。(F6)</translation>
    </message>
</context>
<context>
    <name>plumb::line</name>
    <message>
        <source>the quote that opens here is never closed; close it or remove it</source>
        <translation>此处开始的引号没有结束；请补上或删除</translation>
    </message>
    <message>
        <source>the cell is longer than %1 characters; is its quote closed?</source>
        <translation>单元格超过 %1 个字符；引号是否已结束？</translation>
    </message>
    <message>
        <source>text follows the closing quote; double the quotes that belong to the cell</source>
        <translation>结束引号之后还有文字；属于单元格的引号请写两个</translation>
    </message>
    <message>
        <source>the cell is longer than %1 characters; shorten it</source>
        <translation>单元格超过 %1 个字符；请缩短</translation>
    </message>
    <message>
        <source>the row has more than %1 cells; split it</source>
        <translation>该行超过 %1 个单元格；请拆分</translation>
    </message>
    <message>
        <source>%1 is not an IPv6 address; write it as in [2001:db8::7]:7000</source>
        <translation>%1 不是 IPv6 地址；请写成 [2001:db8::7]:7000 的形式</translation>
    </message>
    <message>
        <source>%1 is not an address; write four decimals from 0 to 255 without leading zeros, as in 203.0.113.7:7000</source>
        <translation>%1 不是地址；请写四个 0 至 255 的十进制数，不带前导零，例如 203.0.113.7:7000</translation>
    </message>
    <message>
        <source>%1 is neither an address nor a host name; write host:port or [v6]:port</source>
        <translation>%1 既不是地址也不是主机名；请写 主机:端口 或 [v6]:端口</translation>
    </message>
    <message>
        <source>no port stands after the colon; write one from 1 to 65535 or leave the colon out</source>
        <translation>冒号后没有端口；请写 1 至 65535，或去掉冒号</translation>
    </message>
    <message>
        <source>port %1 is out of range; use 1 to 65535</source>
        <translation>端口 %1 超出范围；请用 1 至 65535</translation>
    </message>
    <message>
        <source>there is no address; name one</source>
        <translation>没有地址；请给出一个</translation>
    </message>
    <message>
        <source>0.0.0.0 is no address of a peer; name the peer&apos;s own</source>
        <translation>0.0.0.0 不是对端的地址；请给出对端自己的地址</translation>
    </message>
    <message>
        <source>255.255.255.255 is the broadcast address; name one host</source>
        <translation>255.255.255.255 是广播地址；请给出单个主机</translation>
    </message>
    <message>
        <source>%1 is a multicast address; name one host</source>
        <translation>%1 是组播地址；请给出单个主机</translation>
    </message>
    <message>
        <source>:: is no address of a peer; name the peer&apos;s own</source>
        <translation>:: 不是对端的地址；请给出对端自己的地址</translation>
    </message>
    <message>
        <source>%1 is link-local; name its interface, as in [%1%eth0]:7000</source>
        <translation>%1 是链路本地地址；请注明接口，例如 [%1%eth0]:7000</translation>
    </message>
    <message>
        <source>the address is empty; write host:port</source>
        <translation>地址为空；请写 主机:端口</translation>
    </message>
    <message>
        <source>%1 is not an IPv6 address with a port; write [v6]:port</source>
        <translation>%1 不是带端口的 IPv6 地址；请写 [v6]:端口</translation>
    </message>
    <message>
        <source>%1 has no host before the port; write host:port</source>
        <translation>%1 的端口前没有主机；请写 主机:端口</translation>
    </message>
    <message>
        <source>the filter is longer than %1 characters; shorten it</source>
        <translation>筛选条件超过 %1 个字符；请缩短</translation>
    </message>
    <message>
        <source>nothing stands before &quot;|&quot;; write a term on both sides</source>
        <translation>“|”之前没有内容；请在两侧都写条件</translation>
    </message>
    <message>
        <source>nothing stands after &quot;|&quot;; write a term on both sides</source>
        <translation>“|”之后没有内容；请在两侧都写条件</translation>
    </message>
    <message>
        <source>filter, character %1: %2</source>
        <translation>筛选条件第 %1 个字符：%2</translation>
    </message>
    <message>
        <source>the quote is not closed; add one</source>
        <translation>引号没有结束；请补上</translation>
    </message>
    <message>
        <source>text follows the closing quote; put a blank between them</source>
        <translation>结束引号之后紧跟文字；请用空格隔开</translation>
    </message>
    <message>
        <source>&quot;-&quot; stands alone; write the term that it negates right after it</source>
        <translation>“-”单独出现；请紧接着写要排除的条件</translation>
    </message>
    <message>
        <source>%1 is no figure; compare loss, mean, median, p95, p99, jitter, last, min, max or since</source>
        <translation>%1 不是可比较的数值；可用 loss、mean、median、p95、p99、jitter、last、min、max 或 since</translation>
    </message>
    <message>
        <source>%1 is no value of %2; write for example %2&gt;%3</source>
        <translation>%1 不是 %2 的值；例如写 %2&gt;%3</translation>
    </message>
    <message>
        <source>field %1 is not known; use name, id, tag, entry, echo or state, or put the text in quotes</source>
        <translation>没有字段 %1；可用 name、id、tag、entry、echo 或 state，或将文字放在引号内</translation>
    </message>
    <message>
        <source>field %1 is not known; did you mean %2? Put the text in quotes to search for it</source>
        <translation>没有字段 %1；是否指 %2？若要搜索该文字，请放在引号内</translation>
    </message>
    <message>
        <source>nothing stands after the colon; write what to look for right after it</source>
        <translation>冒号后没有内容；请紧接着写要查找的内容</translation>
    </message>
    <message>
        <source>state %1 is not known; use bad, dead, critical, warning, suspect, ok, pending or paused</source>
        <translation>没有状态 %1；可用 bad、dead、critical、warning、suspect、ok、pending 或 paused</translation>
    </message>
    <message>
        <source>%1 is no address block; write it as in 118.89.0.0/16</source>
        <translation>%1 不是地址段；请写成 118.89.0.0/16 的形式</translation>
    </message>
    <message>
        <source>%1 is no port; write it as in :7000</source>
        <translation>%1 不是端口；请写成 :7000 的形式</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>an array</source>
        <translation>数组</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>text in double quotes</source>
        <translation>双引号内的文字</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>an array of texts</source>
        <translation>文字数组</translation>
    </message>
    <message>
        <source>an array of objects</source>
        <translation>对象数组</translation>
    </message>
    <message>
        <source>%1 are more than %2; split the profile</source>
        <translation>%1 个超过 %2 个；请拆分方案</translation>
    </message>
    <message>
        <source>not supported by this version; it has no effect</source>
        <translation>本版本不支持；不起作用</translation>
    </message>
    <message>
        <source>the key is not known and has no effect; did you mean &quot;%1&quot;?</source>
        <translation>没有这个键，不起作用；是否指“%1”？</translation>
    </message>
    <message>
        <source>the key is not known here and has no effect; did you mean &quot;%1&quot; within &quot;probe&quot;?</source>
        <translation>此处没有这个键，不起作用；是否指“probe”中的“%1”？</translation>
    </message>
    <message>
        <source>the key is not known and has no effect; remove it, or begin it with &quot;x-&quot; to keep a note</source>
        <translation>没有这个键，不起作用；请删除，或以“x-”开头作为备注保留</translation>
    </message>
    <message>
        <source>is %1; expected %2</source>
        <translation>为 %1；应为 %2</translation>
    </message>
    <message>
        <source>something follows the end of the JSON value; remove it</source>
        <translation>JSON 值结束后还有内容；请删除</translation>
    </message>
    <message>
        <source>the text ends here; expected %1</source>
        <translation>文字到此结束；应为 %1</translation>
    </message>
    <message>
        <source>JSON has no comments; remove it (a key such as &quot;x-note&quot; may hold one)</source>
        <translation>JSON 没有注释；请删除 (可写在“x-note”这样的键里)</translation>
    </message>
    <message>
        <source>text stands in double quotes in JSON; replace the single quotes</source>
        <translation>JSON 的文字用双引号；请替换单引号</translation>
    </message>
    <message>
        <source>%1 stands here; expected %2</source>
        <translation>此处为 %1；应为 %2</translation>
    </message>
    <message>
        <source>the text is not UTF-8 here; save the file as UTF-8</source>
        <translation>此处不是 UTF-8；请将文件保存为 UTF-8</translation>
    </message>
    <message>
        <source>the file has more than %1 values; split it</source>
        <translation>文件超过 %1 个值；请拆分</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>一个值</translation>
    </message>
    <message>
        <source>more than %1 levels are nested here; flatten the file</source>
        <translation>此处嵌套超过 %1 层；请简化文件</translation>
    </message>
    <message>
        <source>true, false, null, a number or a text in double quotes</source>
        <translation>true、false、null、数字或双引号内的文字</translation>
    </message>
    <message>
        <source>a digit</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a number begins with 0 here; remove the leading zero</source>
        <translation>此处的数字以 0 开头；请去掉前导零</translation>
    </message>
    <message>
        <source>a digit after the decimal point</source>
        <translation>小数点后的数字</translation>
    </message>
    <message>
        <source>a digit in the exponent</source>
        <translation>指数部分的数字</translation>
    </message>
    <message>
        <source>the number is too large; use one below 1e308</source>
        <translation>数字过大；请小于 1e308</translation>
    </message>
    <message>
        <source>the escape is not known in JSON; write \\ for a backslash</source>
        <translation>JSON 没有这种转义；反斜杠请写 \\</translation>
    </message>
    <message>
        <source>\u needs four hex digits; complete them</source>
        <translation>\u 需要四位十六进制数；请补全</translation>
    </message>
    <message>
        <source>half a surrogate pair stands here; write both halves or the character itself</source>
        <translation>此处只有半个代理对；请写全两半或直接写该字符</translation>
    </message>
    <message>
        <source>the text that begins here is not closed; add the double quote</source>
        <translation>此处开始的文字没有结束；请补上双引号</translation>
    </message>
    <message>
        <source>a control character stands in a text; write it as \u%1</source>
        <translation>文字中有控制字符；请写成 \u%1</translation>
    </message>
    <message>
        <source>a comma or the closing ]</source>
        <translation>逗号或结束的 ]</translation>
    </message>
    <message>
        <source>a comma stands before the closing ]; remove it</source>
        <translation>结束的 ] 之前有逗号；请删除</translation>
    </message>
    <message>
        <source>a key in double quotes</source>
        <translation>双引号内的键</translation>
    </message>
    <message>
        <source>a colon after the key</source>
        <translation>键后的冒号</translation>
    </message>
    <message>
        <source>a comma or the closing }</source>
        <translation>逗号或结束的 }</translation>
    </message>
    <message>
        <source>a comma stands before the closing }; remove it</source>
        <translation>结束的 } 之前有逗号；请删除</translation>
    </message>
    <message>
        <source>column %1 is not known and is not read; known are name, entry, echo, tags, id, enabled</source>
        <translation>没有列 %1，不予读取；可用的列为 name、entry、echo、tags、id、enabled</translation>
    </message>
    <message>
        <source>column %1 stands twice; remove one</source>
        <translation>列 %1 出现两次；请删除一个</translation>
    </message>
    <message>
        <source>the header names no entry column; add &quot;entry&quot;</source>
        <translation>标题行没有入口列；请加上“entry”</translation>
    </message>
    <message>
        <source>the row has more cells than there are columns; quote a cell that holds the separator</source>
        <translation>该行的单元格多于列数；含分隔符的单元格请加引号</translation>
    </message>
    <message>
        <source>the row has no entry; write one as in 203.0.113.7:7000</source>
        <translation>该行没有入口；请写成 203.0.113.7:7000 的形式</translation>
    </message>
    <message>
        <source>%1 is neither yes nor no; write true or false</source>
        <translation>%1 既不是“是”也不是“否”；请写 true 或 false</translation>
    </message>
    <message>
        <source>%1 is a second %2 address; keep one</source>
        <translation>%1 是第二个 %2 地址；请保留一个</translation>
    </message>
    <message>
        <source>a port stands here without an address; add the entry</source>
        <translation>此处只有端口没有地址；请加上入口</translation>
    </message>
    <message>
        <source>port %1 differs from that of %2; keep one</source>
        <translation>端口 %1 与 %2 的端口不同；请保留一个</translation>
    </message>
    <message>
        <source>the list has more than %1 lines; split it</source>
        <translation>列表超过 %1 条线路；请拆分</translation>
    </message>
    <message>
        <source>the list holds no line; write one a row, as in 203.0.113.7:7000 -&gt; 198.51.100.9:7000 Tokyo 01</source>
        <translation>列表中没有线路；请每行写一条，例如 203.0.113.7:7000 -&gt; 198.51.100.9:7000 Tokyo 01</translation>
    </message>
    <message>
        <source>the range %1 does not stand for a whole octet or port; write it as in 10.0.0.[1-9]:7000</source>
        <translation>范围 %1 不是完整的一段或端口；请写成 10.0.0.[1-9]:7000 的形式</translation>
    </message>
    <message>
        <source>the range %1 is wrong; write the lower number first, at most %2, without leading zeros</source>
        <translation>范围 %1 不对；请先写小的数，最大 %2，不带前导零</translation>
    </message>
    <message>
        <source>a range stands in %1, which is no IPv4 address; ranges are for an octet or the port</source>
        <translation>%1 不是 IPv4 地址却含有范围；范围只能用于一段或端口</translation>
    </message>
    <message>
        <source>the ranges give more than %1 lines; narrow them</source>
        <translation>范围展开后超过 %1 条线路；请缩小</translation>
    </message>
    <message>
        <source>the row is longer than %1 characters; shorten it</source>
        <translation>该行超过 %1 个字符；请缩短</translation>
    </message>
    <message>
        <source>%1 follows the tags but is none; begin each tag with #</source>
        <translation>%1 在标签之后但不是标签；每个标签请以 # 开头</translation>
    </message>
    <message>
        <source>the entry&apos;s range has %1 addresses, the echo&apos;s %2; give both as many, or one of them just one</source>
        <translation>入口的范围有 %1 个地址，回显的范围有 %2 个；请使两者一样多，或其中一个只有一个</translation>
    </message>
    <message>
        <source>payload %1 begins with neither hex: nor text:; put one of them before it</source>
        <translation>载荷 %1 不以 hex: 或 text: 开头；请在前面加上其中之一</translation>
    </message>
    <message>
        <source>the payload is empty; write what the probe carries</source>
        <translation>载荷为空；请写出探测包携带的内容</translation>
    </message>
    <message>
        <source>character %1 of the payload, %2, is no hex digit; write pairs of 0-9 a-f and placeholders</source>
        <translation>载荷第 %1 个字符 %2 不是十六进制数字；请成对写 0-9 a-f 和占位符</translation>
    </message>
    <message>
        <source>the payload has half a byte before character %1; write hex digits in pairs</source>
        <translation>载荷第 %1 个字符之前只有半个字节；十六进制数字请成对书写</translation>
    </message>
    <message>
        <source>character %1 of the payload closes a brace that was not opened; write \} for the character</source>
        <translation>载荷第 %1 个字符是没有对应左括号的右括号；该字符本身请写 \}</translation>
    </message>
    <message>
        <source>\x at character %1 of the payload needs two hex digits; write for example \x0a</source>
        <translation>载荷第 %1 个字符处的 \x 需要两位十六进制数；例如写 \x0a</translation>
    </message>
    <message>
        <source>the escape at character %1 of the payload is not known; use \n \r \t \\ \{ \} or \xNN</source>
        <translation>载荷第 %1 个字符处的转义未知；可用 \n \r \t \\ \{ \} 或 \xNN</translation>
    </message>
    <message>
        <source>the brace at character %1 of the payload is not closed; add the closing brace</source>
        <translation>载荷第 %1 个字符处的括号没有结束；请补上右括号</translation>
    </message>
    <message>
        <source>the length in {%1} is out of range; use 1 to 65507</source>
        <translation>{%1} 中的长度超出范围；请用 1 至 65507</translation>
    </message>
    <message>
        <source>placeholder {%1} is not known; use %2</source>
        <translation>没有占位符 {%1}；可用 %2</translation>
    </message>
    <message>
        <source>the payload has a second token at character %1; keep one</source>
        <translation>载荷第 %1 个字符处有第二个 token；请保留一个</translation>
    </message>
    <message>
        <source>the payload is longer than 65507 bytes, the most that a datagram holds; shorten it</source>
        <translation>载荷超过 65507 字节 (数据报的上限)；请缩短</translation>
    </message>
    <message>
        <source>the length in %1 is out of range; use prefix:1 to prefix:65507</source>
        <translation>%1 中的长度超出范围；请用 prefix:1 至 prefix:65507</translation>
    </message>
    <message>
        <source>match rule %1 is not known; use identical, prefix:N or any</source>
        <translation>没有匹配规则 %1；可用 identical、prefix:N 或 any</translation>
    </message>
    <message>
        <source>more than %1 errors; the others are not told, correct these first</source>
        <translation>错误超过 %1 个；其余未列出，请先改正这些</translation>
    </message>
    <message>
        <source>more than %1 warnings; the others are not told</source>
        <translation>提醒超过 %1 条；其余未列出</translation>
    </message>
    <message>
        <source>%1 lines are more than %2; split the profile</source>
        <translation>%1 条线路超过 %2 条；请拆分方案</translation>
    </message>
    <message>
        <source>%1 has a control character at position %2; remove it</source>
        <translation>%1 的第 %2 个位置有控制字符；请删除</translation>
    </message>
    <message>
        <source>%1 is longer than %2 characters; shorten it</source>
        <translation>%1 超过 %2 个字符；请缩短</translation>
    </message>
    <message>
        <source>%1 is out of range; use %2 to %3%4</source>
        <translation>%1 超出范围；请用 %2 至 %3%4</translation>
    </message>
    <message>
        <source> bytes</source>
        <translation> 字节</translation>
    </message>
    <message>
        <source>a tag is empty; remove it</source>
        <translation>有一个标签为空；请删除</translation>
    </message>
    <message>
        <source>tag %1 has a semicolon, which joins tags in reports; make it two tags</source>
        <translation>标签 %1 含有分号，而报告用分号连接标签；请拆成两个标签</translation>
    </message>
    <message>
        <source>%1 is no host with a port; write host:port</source>
        <translation>%1 不是带端口的主机；请写 主机:端口</translation>
    </message>
    <message>
        <source>%1 has no port; add one as in %2, or give all the same with --%3-port or &quot;probe.%3Port&quot;</source>
        <translation>%1 没有端口；请加上，例如 %2，或用 --%3-port 或 &quot;probe.%3Port&quot; 统一给出</translation>
    </message>
    <message>
        <source>%1 bytes do not hold the %2 bytes of via &quot;%3&quot; and the 64-byte header; use at least %4</source>
        <translation>%1 字节容不下 via &quot;%3&quot; 的 %2 字节和 64 字节的头部；请至少用 %4</translation>
    </message>
    <message>
        <source>%1 bytes do not fit one packet; use at most %2, or set &quot;allowFragments&quot;: true</source>
        <translation>%1 字节放不进一个报文；请最多用 %2，或设 &quot;allowFragments&quot;: true</translation>
    </message>
    <message>
        <source>%1 is an IPv6 address, but via &quot;ip4port&quot; has room for IPv4 alone; use another &quot;via&quot; or echo</source>
        <translation>%1 是 IPv6 地址，而 via &quot;ip4port&quot; 只能容纳 IPv4；请换用别的 &quot;via&quot; 或回显地址</translation>
    </message>
    <message>
        <source>kind &quot;custom&quot; needs a payload; add &quot;probe.payload&quot; as in &quot;text:PING {seq:dec} {token:hex}&quot;</source>
        <translation>类型 &quot;custom&quot; 需要载荷；请加上 &quot;probe.payload&quot;，例如 &quot;text:PING {seq:dec} {token:hex}&quot;</translation>
    </message>
    <message>
        <source>kind &quot;custom&quot; needs to know a reply; add &quot;probe.match&quot;: identical, prefix:N or any</source>
        <translation>类型 &quot;custom&quot; 需要知道怎样算回包；请加上 &quot;probe.match&quot;：identical、prefix:N 或 any</translation>
    </message>
    <message>
        <source>prefix:%1 is longer than the payload of %2 bytes; use at most prefix:%2</source>
        <translation>prefix:%1 比 %2 字节的载荷还长；请最多用 prefix:%2</translation>
    </message>
    <message>
        <source>the payload of %1 bytes does not fit one packet; use at most %2, or set &quot;allowFragments&quot;: true</source>
        <translation>%1 字节的载荷放不进一个报文；请最多用 %2，或设 &quot;allowFragments&quot;: true</translation>
    </message>
    <message>
        <source>the payload asks for the echo address, but the line has none; add &quot;echo&quot;</source>
        <translation>载荷需要回显地址，而该线路没有；请加上 &quot;echo&quot;</translation>
    </message>
    <message>
        <source>%1 is an %2 address, but the payload asks for {%3}; change one of them</source>
        <translation>%1 是 %2 地址，而载荷要求 {%3}；请改其中之一</translation>
    </message>
    <message>
        <source> (of %1)</source>
        <translation> (属于 %1)</translation>
    </message>
    <message>
        <source>a window of %1 s holds %2 probes at an interval of %3 ms%4, fewer than minSamples %5; lengthen the window, shorten the interval or lower minSamples</source>
        <translation>%1 秒的统计窗口在 %3 ms 的间隔下只有 %2 次探测%4，少于 minSamples %5；请加长窗口、缩短间隔或降低 minSamples</translation>
    </message>
    <message>
        <source>id %1 is already that of %2; give each line its own</source>
        <translation>ID %1 已被 %2 使用；每条线路请用各自的 ID</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> 及另外 %1 条</translation>
    </message>
    <message>
        <source>%1 lines have the same target: %2; each of them is probed, remove those that are not meant</source>
        <translation>%1 条线路的目标相同：%2；每条都会被探测，请移除多余的</translation>
    </message>
    <message>
        <source>the file is larger than 64 MiB; a profile or list is at most that long</source>
        <translation>文件大于 64 MiB；方案或列表最大为 64 MiB</translation>
    </message>
    <message>
        <source>the file can not be read (%1); check it and its permissions</source>
        <translation>无法读取文件 (%1)；请检查文件及其权限</translation>
    </message>
    <message>
        <source>standard input can not be read (%1); name a file</source>
        <translation>无法读取标准输入 (%1)；请给出文件</translation>
    </message>
    <message>
        <source>this is a directory; name a .plumb, .csv or .txt file</source>
        <translation>这是目录；请给出 .plumb、.csv 或 .txt 文件</translation>
    </message>
    <message>
        <source>the link leads to no file; name another</source>
        <translation>链接没有指向文件；请换一个</translation>
    </message>
    <message>
        <source>there is no such file; check the name</source>
        <translation>没有这个文件；请检查名称</translation>
    </message>
    <message>
        <source>the file can not be opened (%1); check its permissions</source>
        <translation>无法打开文件 (%1)；请检查权限</translation>
    </message>
    <message>
        <source>warning: </source>
        <translation>提醒：</translation>
    </message>
    <message>
        <source>kind %1 is not supported by this version; use echo or custom</source>
        <translation>本版本不支持类型 %1；请用 echo 或 custom</translation>
    </message>
    <message>
        <source>kind %1 is not known; use echo or custom</source>
        <translation>没有类型 %1；请用 echo 或 custom</translation>
    </message>
    <message>
        <source>via %1 is not known; use embedded, ip4port, socks5 or fixed</source>
        <translation>没有 via %1；可用 embedded、ip4port、socks5 或 fixed</translation>
    </message>
    <message>
        <source>names no value; write &quot;50 %&quot; or &quot;30 ms&quot; or both</source>
        <translation>没有给出值；请写 &quot;50 %&quot; 或 &quot;30 ms&quot; 或两者</translation>
    </message>
    <message>
        <source>is %1; write &quot;50 %&quot; or &quot;30 ms&quot;</source>
        <translation>为 %1；请写 &quot;50 %&quot; 或 &quot;30 ms&quot;</translation>
    </message>
    <message>
        <source>is %1; write &quot;100 probes&quot; or &quot;60 s&quot;</source>
        <translation>为 %1；请写 &quot;100 probes&quot; 或 &quot;60 s&quot;</translation>
    </message>
    <message>
        <source>an outage is counted in probes in a row; leave the window out</source>
        <translation>连续丢包按次数计；请去掉统计窗口</translation>
    </message>
    <message>
        <source>use loss, mean, median, p95, p99, jitter or outage</source>
        <translation>可用 loss、mean、median、p95、p99、jitter 或 outage</translation>
    </message>
    <message>
        <source>metric %1 is not supported by this version; %2</source>
        <translation>本版本不支持指标 %1；%2</translation>
    </message>
    <message>
        <source>metric %1 is not known; %2</source>
        <translation>没有指标 %1；%2</translation>
    </message>
    <message>
        <source>is missing; a rule needs a metric such as &quot;loss&quot;</source>
        <translation>缺失；规则需要指标，例如 &quot;loss&quot;</translation>
    </message>
    <message>
        <source>severity %1 is not known; use warning or critical</source>
        <translation>没有级别 %1；可用 warning 或 critical</translation>
    </message>
    <message>
        <source>%1 is no time; write it as in 2026-11-22T09:00:00+08:00</source>
        <translation>%1 不是时间；请写成 2026-11-22T09:00:00+08:00 的形式</translation>
    </message>
    <message>
        <source>is empty; write one or leave the key out</source>
        <translation>为空；请填写或去掉这个键</translation>
    </message>
    <message>
        <source>is missing; a line needs an entry such as &quot;203.0.113.7:7000&quot;</source>
        <translation>缺失；线路需要入口，例如 &quot;203.0.113.7:7000&quot;</translation>
    </message>
    <message>
        <source>is missing; name the program as in [&quot;./find_lines&quot;]</source>
        <translation>缺失；请给出程序，例如 [&quot;./find_lines&quot;]</translation>
    </message>
    <message>
        <source>is missing; a profile begins with &quot;plumbline&quot;: 1</source>
        <translation>缺失；方案以 &quot;plumbline&quot;: 1 开头</translation>
    </message>
    <message>
        <source>is %1; this version reads &quot;plumbline&quot;: 1 alone</source>
        <translation>为 %1；本版本只读取 &quot;plumbline&quot;: 1</translation>
    </message>
    <message>
        <source>the file is empty; a profile is a JSON object such as { &quot;plumbline&quot;: 1, &quot;lines&quot;: [] }</source>
        <translation>文件为空；方案是 JSON 对象，例如 { &quot;plumbline&quot;: 1, &quot;lines&quot;: [] }</translation>
    </message>
    <message>
        <source>the file is no UTF-8 text; save the profile as UTF-8</source>
        <translation>文件不是 UTF-8 文本；请将方案保存为 UTF-8</translation>
    </message>
    <message>
        <source>%1; correct the JSON here</source>
        <translation>%1；请改正此处的 JSON</translation>
    </message>
    <message>
        <source>the file holds a JSON array; a profile is an object such as { &quot;plumbline&quot;: 1, &quot;lines&quot;: [] }</source>
        <translation>文件是 JSON 数组；方案应为对象，例如 { &quot;plumbline&quot;: 1, &quot;lines&quot;: [] }</translation>
    </message>
    <message>
        <source>the key stands twice, again at %1; remove one of them</source>
        <translation>这个键出现两次，另一处在 %1；请删除一个</translation>
    </message>
    <message>
        <source>%1 is a link that leads back to itself; choose another file</source>
        <translation>%1 是指向自身的链接；请换一个文件</translation>
    </message>
    <message>
        <source>%1 is a directory; choose a file</source>
        <translation>%1 是目录；请选择文件</translation>
    </message>
    <message>
        <source>%1 is not a regular file; choose another</source>
        <translation>%1 不是普通文件；请换一个</translation>
    </message>
    <message>
        <source>the profile is larger than 64 MiB; split it</source>
        <translation>方案大于 64 MiB；请拆分</translation>
    </message>
    <message>
        <source>%1 can not be written (%2); choose another place</source>
        <translation>无法写入 %1 (%2)；请换一个位置</translation>
    </message>
    <message>
        <source>the rule has no threshold; give it &quot;above&quot; or &quot;aboveBaseline&quot;</source>
        <translation>规则没有阈值；请给出 &quot;above&quot; 或 &quot;aboveBaseline&quot;</translation>
    </message>
    <message>
        <source>the rule has no threshold; give it &quot;above&quot;</source>
        <translation>规则没有阈值；请给出 &quot;above&quot;</translation>
    </message>
    <message>
        <source>the rule has &quot;above&quot; too; keep one of the two</source>
        <translation>规则同时有 &quot;above&quot;；请保留其中一个</translation>
    </message>
    <message>
        <source>%1 has no usual value; use &quot;above&quot;</source>
        <translation>%1 没有平时值；请用 &quot;above&quot;</translation>
    </message>
    <message>
        <source>loss can not go above %1 %; use 0 to less than 100</source>
        <translation>丢包率不可能高于 %1 %；请用 0 至小于 100</translation>
    </message>
    <message>
        <source> probes</source>
        <translation> 次探测</translation>
    </message>
    <message>
        <source>%1 is no whole number; an outage is counted in probes</source>
        <translation>%1 不是整数；连续丢包按次数计</translation>
    </message>
    <message>
        <source>a window of %1 probes can not hold minSamples %2; lengthen the window or lower minSamples</source>
        <translation>%1 次探测的统计窗口容不下 minSamples %2；请加长窗口或降低 minSamples</translation>
    </message>
    <message>
        <source>window %1 is not understood; write a number of probes such as 100, or of seconds such as 60s</source>
        <translation>无法理解窗口 %1；请写探测次数，例如 100，或秒数，例如 60s</translation>
    </message>
    <message>
        <source>write METRIC&gt;VALUE[/WINDOW][:SEVERITY][@CONFIDENCE], as in loss&gt;30/100:critical</source>
        <translation>请写 METRIC&gt;VALUE[/WINDOW][:SEVERITY][@CONFIDENCE]，例如 loss&gt;30/100:critical</translation>
    </message>
    <message>
        <source>rule %1 has no &quot;&gt;&quot;; %2</source>
        <translation>规则 %1 没有“&gt;”；%2</translation>
    </message>
    <message>
        <source>metric %1 is not known; use loss, mean, median, p95, p99, jitter or outage</source>
        <translation>没有指标 %1；可用 loss、mean、median、p95、p99、jitter 或 outage</translation>
    </message>
    <message>
        <source>confidence %1 is no number; write a percentage such as 99.9</source>
        <translation>置信度 %1 不是数字；请写百分数，例如 99.9</translation>
    </message>
    <message>
        <source>threshold %1 is no number; %2</source>
        <translation>阈值 %1 不是数字；%2</translation>
    </message>
    <message>
        <source>%1 is below 0; use 0 up to the threshold</source>
        <translation>%1 小于 0；请用 0 至阈值</translation>
    </message>
    <message>
        <source>%1 is above the threshold %2; a line clears at or below its threshold</source>
        <translation>%1 高于阈值 %2；恢复阈值不能高于阈值</translation>
    </message>
    <message>
        <source>confidence is for loss only; leave it out for %1</source>
        <translation>置信度只用于丢包率；%1 请去掉</translation>
    </message>
    <message>
        <source>%1 % is out of range; use 0 (the plain ratio) to less than 100</source>
        <translation>%1 % 超出范围；请用 0 (直接按比例) 至小于 100</translation>
    </message>
    <message>
        <source>the file is no text in UTF-8, UTF-16 or GB18030; save the list as UTF-8</source>
        <translation>文件不是 UTF-8、UTF-16 或 GB18030 文本；请将列表保存为 UTF-8</translation>
    </message>
    <message>
        <source>the file is binary, not a list; save the list as .csv or .txt in UTF-8</source>
        <translation>文件是二进制，不是列表；请将列表保存为 UTF-8 的 .csv 或 .txt</translation>
    </message>
    <message>
        <source>the file is not UTF-8 and was read as GB18030; check the names, or save it as UTF-8</source>
        <translation>文件不是 UTF-8，已按 GB18030 读取；请检查名称，或保存为 UTF-8</translation>
    </message>
    <message>
        <source>%1 is no duration; write it as in 5 min</source>
        <translation>%1 不是时长；请写成 5 min 这样</translation>
    </message>
    <message>
        <source>%1 is out of range; use 10 s to 168 h</source>
        <translation>%1 超出范围；请用 10 s 到 168 h</translation>
    </message>
    <message>
        <source>the command was still running after %1 s and was ended; make it quicker</source>
        <translation>命令运行 %1 秒仍未结束，已被终止；请让它更快</translation>
    </message>
    <message>
        <source>the command %1 can not be started (%2); check its path and permissions</source>
        <translation>命令 %1 无法启动 (%2)；请检查路径和权限</translation>
    </message>
    <message>
        <source>the command crashed; run it in a terminal</source>
        <translation>命令崩溃；请在终端里运行它</translation>
    </message>
    <message>
        <source>the command ended with code %1; run it in a terminal</source>
        <translation>命令以代码 %1 结束；请在终端里运行它</translation>
    </message>
    <message>
        <source>the command ended with code %1 and said %2</source>
        <translation>命令以代码 %1 结束，并说 %2</translation>
    </message>
    <message>
        <source>the command prints more than 8 MiB; a list is at most that long</source>
        <translation>命令输出超过 8 MiB；列表最长如此</translation>
    </message>
    <message>
        <source>only the window runs this command; sweep and watch probe the lines of the file alone</source>
        <translation>只有窗口会运行此命令；sweep 和 watch 只探测文件中的线路</translation>
    </message>
</context>
</TS>
