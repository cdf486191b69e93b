"""The style sheet of the page: light and dark by the reader's own setting, system fonts, nothing from elsewhere."""

STYLE = """
:root { color-scheme: light dark; --paper: #fbfaf8; --card: #ffffff; --ink: #1d2126; --soft: #5c6670; --line: #e2e0db;
  --posts: #2f6f9f; --comments: #b5622a; --sizes: #5a7d3a; --error: #b3261e; --warning: #9a6700; --info: #4a6785; }
@media (prefers-color-scheme: dark) { :root { --paper: #16181b; --card: #1f2327; --ink: #e7e9ea; --soft: #a3adb6;
  --line: #343a40; --posts: #6fb1e0; --comments: #e79a63; --sizes: #a3c97c; --error: #ff8a80; --warning: #e8b339;
  --info: #9fbfdd; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main, header, footer { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .25rem; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin: 0 0 .75rem; }
p { margin: .25rem 0; }
.soft { color: var(--soft); overflow-wrap: anywhere; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin: 1.5rem 0; padding: 0;
  list-style: none; }
.facts li, section { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
.facts li { padding: .8rem 1rem; }
.facts b { display: block; font-size: 1.5rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
section { padding: 1.1rem 1.25rem 1.25rem; margin: 0 0 1rem; min-width: 0; }
.pair { columns: 2 22rem; column-gap: 1rem; margin-bottom: 1rem; }
.pair section { break-inside: avoid; margin-bottom: 0; } .pair section + section { margin-top: 1rem; }
svg { display: block; width: 100%; height: auto; overflow: visible; }
svg text { fill: var(--soft); font: 11px system-ui, sans-serif; }
svg .axis { stroke: var(--line); stroke-width: 1; }
.posts { fill: var(--posts); } .comments { fill: var(--comments); } .sizes { fill: var(--sizes); }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--soft); padding: 0 0 .35rem; }
th, td { text-align: left; padding: .28rem .6rem .28rem 0; vertical-align: top; border-top: 1px solid var(--line);
  font-weight: 400; overflow-wrap: anywhere; hyphens: manual; }
thead th, thead td { color: var(--soft); border-top: 0; font-size: .85rem; overflow-wrap: normal; }
th[scope=row] { min-width: 8.5rem; }
td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; width: 1%; }
td.bar { width: 30%; min-width: 5rem; padding-top: .7rem; }
td.bar i { display: block; height: .5rem; border-radius: .25rem; background: var(--posts); min-width: 2px; }
.stack { display: flex; height: 1.5rem; border-radius: .35rem; overflow: hidden; margin: .25rem 0 .75rem; }
.stack i { display: block; min-width: 2px; }
.dot { display: inline-block; width: .7rem; height: .7rem; border-radius: .2rem; margin-right: .3rem; }
.shares span { display: inline-block; }
.written { background: var(--sizes); } .draft { background: var(--comments); } .left { background: var(--line); }
.badge { display: inline-block; border: 1px solid currentColor; border-radius: 1rem; padding: 0 .55rem; font-size: .8rem;
  white-space: nowrap; }
.error { color: var(--error); } .warning { color: var(--warning); } .info { color: var(--info); }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
details { margin-top: .6rem; } summary { color: var(--soft); cursor: pointer; }
footer { color: var(--soft); padding-bottom: 2.5rem; font-size: .9rem; }
@media (max-width: 40rem) {
  .told, .told tbody { display: block; }
  .told thead { position: absolute; clip-path: inset(50%); height: 1px; overflow: hidden; }
  .told tr { display: flex; flex-wrap: wrap; column-gap: .6rem; border-top: 1px solid var(--line); padding: .4rem 0; }
  .told th, .told td { border: 0; padding: 0; }
  .told th[scope=row] { flex: 1; min-width: 7rem; }
  .told td.n { width: auto; color: var(--soft); }
  .told td.n::after { content: " " attr(data-of); }
  .told td:last-child { flex: 1 0 100%; }
  svg.wide { margin: 1rem 0; } svg.wide text { font-size: 22px; } svg.wide .below { transform: translateY(8px); }
  svg.narrow text { font-size: 14px; } svg .every-other { display: none; }
}
@media print { body { background: none; } section, .facts li { break-inside: avoid; } }
"""
