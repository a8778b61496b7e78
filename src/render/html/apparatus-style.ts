/** The redline's own furniture: its heading, the bar with the switches, the list of changes; on screen, on a narrow one, and on paper. */

const page = `
:root { --plain: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif; scroll-padding-top: 8rem }
body.redline { max-width: none; padding: 0 }
.skip { position: absolute; inset-inline-start: -100vw; background: var(--paper); padding: .5rem 1rem; z-index: 3 }
.skip:focus { inset-inline-start: 0 }
.aloud { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
main:focus { outline: none }
.text-view { max-width: 46rem; margin: 0 auto; padding: 3rem 1.5rem 5rem }
.columns-view { padding: 1.5rem 0 4rem }
h2.title { color: inherit; font-size: 2.25rem; font-weight: 600; letter-spacing: -.01em; margin: 0 0 1.25rem; padding: 1.5rem 0; border: 0; border-block: 1px solid var(--quiet) }`

const summary = `
.summary { font-family: var(--plain); padding: 2.25rem 2rem 1.5rem; font-size: .875rem; line-height: 1.5 }
.summary p, .summary ul { margin: 0 }
.summary .over { color: var(--quiet) }
.summary h1 { font: 600 1.75rem/1.2 "Source Serif 4", "Source Serif Pro", Charter, "Iowan Old Style", Palatino, Georgia, serif; border: 0; padding: 0; margin: .1rem 0 .5rem }
.summary .figures { font-size: 1.0625rem }
.summary ul[role=list] { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.4rem }
.summary .tally { margin-top: .15rem; color: var(--quiet) }
.tally b { color: var(--ink) }
.summary .sides { margin-top: .9rem; color: var(--quiet) }
.sides b { color: var(--ink); font-weight: 600 }
.which { display: inline-block; min-width: 2rem }
.legend { margin-top: .9rem; display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; font-family: "Source Serif 4", Charter, Georgia, serif }
.summary .legend { margin-top: .9rem }
.uncompared { margin-top: 1.25rem; padding: .9rem 1.2rem; border: 1px solid var(--out); border-inline-start-width: 4px; border-radius: .25rem; max-width: 60rem }
.uncompared h2 { font-size: 1rem; font-weight: 600; color: var(--out); border: 0; padding: 0; margin: 0 0 .35rem }
.uncompared ul { padding-inline-start: 1.2rem }
.renumberings { margin-top: .9rem }
.renumberings summary { cursor: pointer; color: var(--link); width: fit-content; padding: .15rem 0 }
.summary .renumberings ul { padding: .5rem 0 0; max-width: 60rem }
.renumberings s { color: var(--quiet) }`

const bar = `
.controls { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: .4rem 1.25rem; padding: .55rem 2rem; background: var(--bar); border-block: 1px solid var(--rule); font: .8125rem/1.4 var(--plain) }
.controls fieldset { display: flex; flex-wrap: wrap; gap: .2rem .85rem; border: 0; margin: 0; padding: 0 }
.controls label { display: inline-flex; align-items: center; gap: .3rem; min-height: 1.75rem; cursor: pointer; white-space: nowrap }
.controls input { accent-color: var(--link); width: 1rem; height: 1rem; margin: 0 }
.stepper { display: contents }
.steps, .filters { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem .6rem }
.scripted[hidden] { display: none }
.filters select { max-width: 8.5rem }
.controls :is(button, select) { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: .3rem; padding: .2rem .7rem; min-height: 1.9rem; cursor: pointer }
.controls :is(button, select, input):focus-visible { outline: 2px solid var(--focus); outline-offset: 2px }
.controls button:hover { border-color: var(--ink) }
#_counter { min-width: 5rem; text-align: center; font-variant-numeric: tabular-nums }
.current-change { order: 9; flex-basis: 100%; margin: 0; min-height: 1.4em; color: var(--quiet); overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.current-change:empty { display: none }`

const list = `
.changes { font: .8125rem/1.45 var(--plain); padding: 1.25rem 2rem; border-bottom: 1px solid var(--rule); max-height: 22rem; overflow: auto; position: relative }
.changes h2 { font-size: 1rem; font-weight: 600; color: var(--ink); border: 0; padding: 0; margin: 0 0 .5rem }
.changes h3 { font-size: .8125rem; margin: 1.1rem 0 .35rem; color: var(--quiet); font-weight: 600 }
.changes p { margin: 0; color: var(--quiet); overflow-wrap: anywhere }
.changes li { padding: .45rem .6rem; margin-inline: -.6rem; border-radius: .3rem }
.changes section[hidden], .changes li[hidden] { display: none }
.changes li.current, .changes li:target { background: var(--bar); box-shadow: inset 3px 0 0 var(--focus) }
.changes a { display: block; color: var(--ink); padding: 0 }
.changes a.other { width: fit-content; color: var(--link) }
.changes a > b { color: var(--quiet); font-variant-numeric: tabular-nums; margin-inline-end: .15rem }
.quoted { font-family: "Source Serif 4", Charter, Georgia, serif }
.changes a.to-columns { display: none }
@media (min-width: 60rem) {
  body:has(#_columns:checked) .changes a.to-columns { display: block }
  body:has(#_columns:checked) .changes a.to-text { display: none }
}`

const sizes = `
@media screen and (min-width: 80rem) {
  body.redline { display: grid; grid-template-columns: 20rem minmax(0, 1fr); align-items: start }
  .summary, .controls { grid-column: 1 / -1 }
  .changes { position: sticky; top: 4.75rem; max-height: calc(100vh - 4.75rem); border-bottom: 0; border-inline-end: 1px solid var(--rule) }
}
@media screen and (min-width: 96rem) {
  .causes { float: right; clear: right; width: 14rem; margin-inline-end: -16rem }
}
@media screen and (max-width: 59.99rem) { .controls .views { display: none } }
@media screen and (max-width: 48rem) {
  :root { scroll-padding: 2rem 0 6rem }
  body.redline { padding-bottom: 6rem }
  .controls { position: static }
  .stepper { display: block; position: fixed; z-index: 2; inset-block-end: 0; inset-inline: 0; padding: .5rem 1.1rem; background: var(--bar); border-block-start: 1px solid var(--rule) }
  .steps { justify-content: space-between }
}
@media screen and (max-width: 34rem) {
  .summary { padding: 1.5rem 1.1rem 1rem }
  .summary h1 { font-size: 1.4rem }
  .controls { padding: .45rem 1.1rem; gap: .2rem 1rem }
  .changes { padding: 1rem 1.1rem; max-height: 16rem }
  .text-view { padding: 2rem 1.1rem 3rem }
  h2.title { font-size: 1.8rem }
  .whole:is(p, dl, section, div, li) { padding-inline-start: .5rem; margin-inline-start: calc(-.5rem - 3px) }
  .clause > .words > p.whole { margin-left: calc(-.5rem - 3px) }
  .clause > .words > :is(.causes, .standing) { margin-inline-start: 0 }
}`

const paper = `
@page columns { size: A4 landscape; margin: 15mm }
@media print {
  :root { --in: #17489a; --in-tint: transparent; --out: #a1221b; --out-tint: transparent; --moved: #1b6339; --moved-tint: transparent; --bar: #f1f1f1; --focus: transparent }
  .controls, .skip { display: none }
  .summary { padding: 0; font-size: 9.5pt }
  .changes { max-height: none; overflow: visible; border: 0; padding: 1rem 0 0; font-size: 9pt; break-before: auto }
  .changes li { break-inside: avoid; padding: .2rem 0; margin: 0 }
  .changes li.current, .changes li:target { background: none; box-shadow: none }
  .changes h3 { break-after: avoid }
  .text-view { max-width: none; padding: 0 0 0 1.1rem }
  .text-view { break-before: page }
  .text-view > nav { break-before: auto; margin-top: 2rem }
  .parts { break-before: page }
  .parts > :is(:first-child, .gap:first-child + *) > h2 { margin-top: 0 }
  .columns-view { page: columns; padding: 0 }
  .columns { font-size: 9pt }
  .columns > thead > tr > th, .columns > tbody > tr > td { padding-inline: 1rem }
  .columns > tbody > tr { break-inside: auto }
  .columns :is(.schedule, .execution) { break-before: auto }
  .current:is(ins, del) { outline: none }
  ins, del, .note a { print-color-adjust: exact; -webkit-print-color-adjust: exact }
}`

export const apparatus = [page, summary, bar, list, sizes, paper].join('\n')
