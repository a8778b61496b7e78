/**
 * The style sheet: a book page on screen and on paper. Numbers hang in a column of their own, so the eye finds a clause
 * by its number and the text keeps one edge. Light or dark as the reader's system is; paper is always white.
 */

const colours = `
:root { color-scheme: light dark; --paper: #fffefb; --ink: #1d1c1a; --quiet: #66615a; --rule: #dcd7cc; --link: #24507c; --open: #fff0bf; --open-ink: #4d3a00 }
@media (prefers-color-scheme: dark) {
  :root { --paper: #181715; --ink: #e4dfd5; --quiet: #a59f94; --rule: #3b3833; --link: #9fc3e8; --open: #4c3d0c; --open-ink: #ffe9a6 }
}`

const text = `
* { box-sizing: border-box }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; scroll-padding-top: 1.5rem }
body {
  max-width: 43rem; margin: 0 auto; padding: 4.5rem 1.5rem 5rem;
  font: 1.0625rem/1.58 "Source Serif 4", "Source Serif Pro", Charter, "Iowan Old Style", Palatino, Georgia, "Times New Roman", "Noto Serif CJK JP", "Noto Serif JP", "Hiragino Mincho ProN", "Yu Mincho", serif;
  font-kerning: normal; font-variant-numeric: lining-nums; overflow-wrap: break-word; text-wrap: pretty;
}
p { margin: 0 0 .75em }
h1, h2, h3, h4 { font-weight: 600; line-height: 1.25; text-wrap: balance; break-after: avoid }
h1 { font-size: 2.25rem; letter-spacing: -.01em; margin: 0 0 1.25rem; padding: 1.5rem 0; border-block: 1px solid var(--quiet) }
h2 { font-size: 1.2rem; font-weight: 400; color: var(--quiet); letter-spacing: .01em; margin: 3.25rem 0 1.25rem; padding-bottom: .35rem; border-bottom: 1px solid var(--rule) }
h3, h4 { font-size: 1.0625rem; margin: 2rem 0 .75rem }
em { font-style: italic }
dfn { font-style: normal; font-weight: 600 }
a { color: var(--link); text-decoration: none }
a:hover, a:focus-visible { text-decoration: underline; text-underline-offset: .18em }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px }
a.use { color: inherit; text-decoration-color: var(--quiet) }
.value { white-space: pre-wrap }
.short { white-space: pre }
.blank { background: var(--open); color: var(--open-ink); border-radius: .2em; padding: 0 .12em; cursor: help }
:target { animation: arrive 2s ease-out }
@keyframes arrive { from { background: var(--open) } }
@media (prefers-reduced-motion: reduce) { :target { animation: none } }`

const front = `
.between { font-style: italic; color: var(--quiet); margin: 1.75rem 0 .5rem }
.names { list-style: none; margin: 0; padding: 0 }
.names li { font-size: 1.2rem; line-height: 1.4; margin-bottom: .7rem }
.names .native { font-size: 1rem; color: var(--quiet) }
.notice { font-size: .875rem; line-height: 1.5; color: var(--quiet); margin: 2rem 0 0 }
nav ol { list-style: none; margin: 0; padding: 0 }
nav > ol > li { margin-top: .55rem }
nav ol ol { padding-left: 1.25rem }
nav a { display: flex; gap: .75rem; color: inherit; padding: .12rem 0 }
nav .label { min-width: 1.75rem; color: var(--quiet) }`

const numbered = `
.label { font-variant-numeric: lining-nums tabular-nums; white-space: nowrap; padding-inline-end: .5rem }
.provisions { list-style: none; margin: 0; padding: 0 }
.provisions > li { display: grid; grid-template-columns: minmax(2.9rem, max-content) minmax(0, 1fr); margin-bottom: .75em }
.provisions .provisions > li { grid-template-columns: minmax(2.4rem, max-content) minmax(0, 1fr) }
.words > .provisions { margin-top: .75em; margin-bottom: .75em }
.words > .provisions:first-child { margin-top: 0 }
.words > :last-child, .provisions > li:last-child { margin-bottom: 0 }
.words > table:last-child, .words > .wide:last-child { margin-bottom: 1rem }
.clause > h3, .clause > h4, .clause > h2 { display: grid; grid-template-columns: minmax(2.9rem, max-content) minmax(0, 1fr) }
.clause > h2 { color: inherit; font-weight: 600; font-size: 1.0625rem; border: 0; padding: 0; margin: 2rem 0 .75rem }
.clause > .words > p, .clause > .words > table { margin-left: 2.9rem }
.clause > .words > .wide { margin-inline-start: 0 }
.clause > .words > table { width: calc(100% - 2.9rem) }
.schedule { margin-top: 4.5rem }
.schedule > h2 { border: 0; text-align: center; color: inherit; font-size: 1.45rem; font-weight: 600; margin-bottom: 2rem }
.schedule > h2 > .label { display: block; font-size: 1.05rem; font-weight: 400; color: var(--quiet); margin-bottom: .35rem }`

const tables = `
table { width: 100%; border-collapse: collapse; margin: 1rem 0 1.25rem; font-size: .95em; line-height: 1.45; break-inside: auto; font-variant-numeric: lining-nums tabular-nums }
th, td { text-align: start; vertical-align: top; padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--rule); font-weight: 400 }
th:last-child, td:last-child { padding-right: 0 }
thead th { font-weight: 600; border-bottom: 1px solid var(--quiet) }
.terms th { width: 34%; color: var(--quiet) }
tr { break-inside: avoid }
.wide { margin-inline-start: -2.9rem }
.wide > table { font-size: .875em }
.wide th, .wide td { padding-inline-end: .8rem }
.center { text-align: center }
.end { text-align: end }`

const back = `
.signing { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); gap: 3rem 2.5rem; margin-top: 2.5rem }
.execution-block { break-inside: avoid }
.signed-for { margin: 0; font-size: .95em; color: var(--quiet) }
.party { font-weight: 600; margin: .1rem 0 0; line-height: 1.45 }
.party .native { font-weight: 400 }
.signing.with-native .party { min-height: 2.9em }
dl { margin: 1.25rem 0 0 }
dl > div { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); align-items: baseline; padding-top: .4rem }
dt { font-size: .875rem; color: var(--quiet) }
dd { margin: 0; min-height: 1.6em }
.by-hand { align-items: end }
.by-hand dd { border-bottom: 1px solid var(--quiet); min-height: 2.1rem }
.signature dd { min-height: 3.4rem }
.open-points ul { margin: 0; padding-left: 1.2rem }
footer { margin-top: 3.5rem; padding-top: .8rem; border-top: 1px solid var(--rule); font-size: .875rem; line-height: 1.5; color: var(--quiet) }
footer p { margin: 0 }`

const narrow = `
@media (min-width: 64rem) {
  .wide { margin-inline-end: -6rem }
}
@media (max-width: 34rem) {
  body { padding: 2.5rem 1.1rem 3rem }
  h1 { font-size: 1.8rem }
  .provisions > li, .clause > h2, .clause > h3, .clause > h4 { grid-template-columns: minmax(2.2rem, max-content) minmax(0, 1fr) }
  .provisions .provisions > li { grid-template-columns: minmax(1.9rem, max-content) minmax(0, 1fr) }
  .clause > .words > p, .clause > .words > table { margin-left: 0 }
  .clause > .words > table { width: 100% }
  .words > table:not(.terms) :is(th, td) { overflow-wrap: anywhere; min-width: 4.5rem; padding-inline-end: .6rem }
  .wide { overflow-x: auto; margin-inline-start: 0; position: relative }
  .wide > table { min-width: 34rem }
  .terms th { width: 40% }
}`

const print = `
@page { margin: 24mm 25mm 22mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt serif; color: #66615a } }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --quiet: #555; --rule: #ccc; --link: #000; --open: #f4ecd0; --open-ink: #000 }
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.45; orphans: 2; widows: 2 }
  h1 { font-size: 24pt; margin-top: 6mm }
  .terms { margin-top: 0; font-size: 10pt }
  .terms th, .terms td { padding-block: .3rem }
  nav { font-size: 10pt; line-height: 1.4 }
  nav > ol { columns: 2; column-gap: 10mm }
  nav > ol > li { break-inside: avoid }
  nav a { padding: 0 }
  nav > ol > li { margin: 0 0 .5rem }
  nav > h2 { margin-bottom: .5rem }
  h2 { font-size: 12pt }
  h3, h4, .clause > h2 { font-size: 10.5pt }
  .blank { print-color-adjust: exact; -webkit-print-color-adjust: exact }
  nav, .schedule, .execution { break-before: page }
  main { break-before: page }
  .signing { grid-template-columns: 1fr 1fr }
  .wide { margin-inline-end: 0 }
  main > :first-child > h2, nav > h2, .execution > h2, .schedule, .schedule > h2 { margin-top: 0 }
  footer, .open-points { break-inside: avoid }
  footer { margin-top: 1.5rem }
}`

/** All of it. The page's content security policy knows it by its hash, so it takes nothing from a deal. */
export const style = [colours, text, front, numbered, tables, back, narrow, print].join('\n').trim()
