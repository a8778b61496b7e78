/**
 * What a redline adds to the style sheet. The agreement keeps its book face; what the redline says of it is set in the system's
 * own. Each mark has a line of its own kind, so that it is told without colour: underlined is new, struck is gone, double is moved.
 */
import {apparatus} from './apparatus-style.js'

const colours = `
:root { --in: #17489a; --in-tint: #eaf0fb; --out: #a1221b; --out-tint: #fceeec; --moved: #1b6339; --moved-tint: #e8f3ec; --bar: #f4f1ea; --focus: #b35900 }
@media (prefers-color-scheme: dark) {
  :root { --in: #9cc4ff; --in-tint: #1b2740; --out: #ffa69c; --out-tint: #3a1f1c; --moved: #93d6aa; --moved-tint: #17301f; --bar: #23211e; --focus: #ffb366 }
}`

const marks = `
ins, del { text-decoration-skip-ink: none; -webkit-box-decoration-break: clone; box-decoration-break: clone; border-radius: .15em }
.inserted { --mark: var(--in); --tint: var(--in-tint) }
.deleted { --mark: var(--out); --tint: var(--out-tint) }
.moved-to, .moved-from, .movedTo, .movedFrom { --mark: var(--moved); --tint: var(--moved-tint) }
ins, del { color: var(--mark); background: var(--tint) }
ins :is(a, .citation, .value, dfn), del :is(a, .citation, .value, dfn) { color: inherit }
ins.inserted { text-decoration: underline 1.5px; text-underline-offset: .2em }
ins.moved-to { text-decoration: underline double 1px; text-underline-offset: .2em }
del.deleted { text-decoration: line-through 1px }
del.moved-from { text-decoration: line-through double 1px }
:is(ins, del)[data-n]::before, :is(ins, del)[data-n]::after { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
ins[data-n]::before { content: " [inserted: " }
ins.moved-to[data-n]::before { content: " [moved here: " }
del[data-n]::before { content: " [deleted: " }
del.moved-from[data-n]::before { content: " [moved away: " }
:is(ins, del)[data-n]::after { content: "] " }
.whole:is(p, dl, section, div, li) { border-inline-start: 3px solid var(--mark); padding-inline-start: .85rem; margin-inline-start: calc(-.85rem - 3px) }
.whole.deleted, .whole.moved-from { border-inline-start-style: dashed }
.whole.clause { margin-block: 1.75rem }
.whole > .standing + :is(h2, h3, h4) { margin-top: .25rem }
.clause > .words > p.whole { margin-left: calc(2.9rem - .85rem - 3px) }
:is(tr.whole, table.whole tr) > :first-child { border-inline-start: 3px solid var(--mark); padding-inline-start: .6rem }
:is(tr.deleted, tr.moved-from, table.deleted tr, table.moved-from tr) > :first-child { border-inline-start-style: dashed }
.current:is(ins, del), .standing:has(> .current), :is(ins, del):has(+ .note a:target) { outline: 2px solid var(--focus); outline-offset: 0 }
.aside { opacity: .45 }
.former { color: var(--quiet); text-decoration: line-through; margin-inline-end: .3em; display: none }
.label .former { font-size: .8em; margin-inline-end: .4em }
.when-shown { display: none }
body:has(#_renumbering:checked) :is(.former, .when-shown) { display: inline }
body:has(#_renumbering:checked) .when-hidden { display: none }`

const glosses = `
.gloss { font-family: var(--plain); font-variant-numeric: tabular-nums; -webkit-user-select: none; user-select: none }
.note { font-size: .62em; font-weight: 600; line-height: 0; vertical-align: super; margin-inline: .1em .05em; white-space: nowrap }
.note a, .standing a { color: inherit; text-decoration: none }
.note a { padding: .1em .25em; border-radius: .4em; background: var(--bar); color: var(--ink) }
.note a:focus-visible, .standing > a:first-child:focus-visible { outline: none; background: var(--ink); color: var(--paper) }
.note .way { font-weight: 400 }
.standing { font-size: .75rem; line-height: 1.4; font-weight: 600; letter-spacing: .01em; color: var(--mark); margin: 0 0 .4rem; border-radius: .2rem; width: fit-content; break-after: avoid }
.words > .standing:not(:first-child), dl + .standing { margin-top: 1.1rem }
.clause > .words > .standing { margin-inline-start: 2.9rem }
.title .note { font-size: .8rem }
.standing.inserted { --mark: var(--in) }
.standing.deleted { --mark: var(--out) }
.standing > a:first-child { display: inline-block; min-width: 1.5rem; padding: 0 .4rem; margin-inline-end: .35rem; border-radius: .4em; background: var(--bar); color: var(--ink); text-align: center }
.standing > a + a { text-decoration: underline; text-underline-offset: .2em }
.note a:hover, .standing a:first-child:hover { background: var(--rule) }
.gap.gap, .provisions > .gap.gap { display: none; font-size: .78rem; color: var(--quiet); margin: .5rem 0 }
p.gap::before, li.gap::before, tr.gap > td::before { content: "⋯ " }
body:has(#_only:checked) .unchanged { display: none }
body:has(#_only:checked) .gap:is(p, li) { display: block }
body:has(#_only:checked) tr.gap { display: table-row }
body:has(#_only:checked) .text-view > :is(nav, .open-points) { display: none }
.causes { display: none; font-size: .75rem; line-height: 1.4; color: var(--quiet); margin: 0 0 .6rem; padding: .35rem .7rem; background: var(--bar); border-radius: .25rem }
.causes p { margin: 0; overflow-wrap: anywhere }
.causes p + p { margin-top: .25rem }
.causes b { color: var(--ink) }
body:has(#_causes:checked) .causes { display: block }
.clause > .words > .causes { margin-inline-start: 2.9rem }`

const columns = `
.columns-view { display: none }
.columns { table-layout: fixed; margin: 0; font-size: .95rem; line-height: 1.5 }
.columns > thead > tr > th { font: 600 .8rem/1.4 var(--plain); color: var(--quiet); padding: .5rem 2rem; border-bottom: 1px solid var(--rule) }
.columns > tbody > tr > td { padding: .35rem 2rem; border: 0 }
.columns > :is(thead, tbody) > tr > :nth-child(2) { border-inline-start: 1px solid var(--rule) }
.columns .absent { background: repeating-linear-gradient(135deg, transparent 0 5px, var(--bar) 5px 7px) }
.columns > tbody > tr > td.absent { border-radius: 0 }
.columns h2 { margin: 1.75rem 0 .5rem }
.columns h2.title { font-size: 1.5rem; padding: 1rem 0; margin: 1rem 0 }
.columns :is(.clause > h2, h3, h4) { margin: 1rem 0 .35rem }
.columns .schedule { margin-top: 2rem }
.columns p { margin-bottom: .4em }
.columns .words > :last-child { margin-bottom: 0 }
.columns .item { display: grid; grid-template-columns: minmax(2.9rem, max-content) minmax(0, 1fr) }
.columns .depth-2 { margin-inline-start: 2.9rem }
.columns .depth-3 { margin-inline-start: 5.8rem }
.columns .depth-4 { margin-inline-start: 8.7rem }
.columns .closing { padding-inline-start: 2.9rem }
.columns .wide { overflow-x: auto; margin-inline: 0 }
.columns footer { margin-top: 1.5rem }
.columns .signing.with-native .party { min-height: 0 }
@media print, (min-width: 60rem) {
  body:has(#_columns:checked) .columns-view { display: block }
  body:has(#_columns:checked) .text-view { display: none }
}`

/** All that is added, in the order in which it must stand. */
export const redlineStyle = [colours, marks, glosses, columns, apparatus].join('\n').trim()
