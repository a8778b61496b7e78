/**
 * HTML as a type: words become `Html` by being escaped and in no other way, so no text of a deal can reach the page as
 * markup. What comes out is also well-formed XML, so that any XML reader can check it.
 */

declare const html: unique symbol

/** Markup that this room made. A plain string is not assignable to it. */
export type Html = string & {readonly [html]: true}

export type Attributes = Readonly<Record<string, string | undefined>>

const characters: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Words as they are: the five characters that HTML reads are written by name. */
export function text(words: string): Html {
  return escaped(words) as Html
}

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (character) => characters[character]!)
}

/** An element with its attributes (left out where undefined) and what stands inside. */
export function element(name: string, attributes: Attributes, ...inside: readonly Html[]): Html {
  const end = lines.has(name) ? '\n' : ''
  return `<${name}${attributesOf(attributes)}>${inside.join('')}</${name}>${end}` as Html
}

// Elements that end a line of the source, so that two pages can be compared line by line.
const lines = new Set(
  'body dd div dl footer h1 h2 h3 h4 head header li main nav ol p section table tbody td th thead title tr ul'.split(
    ' ',
  ),
)

/** An element that holds nothing and has no end: `br`, `meta`. */
export function empty(name: string, attributes: Attributes = {}): Html {
  return `<${name}${attributesOf(attributes)}/>` as Html
}

export function joined(pieces: readonly Html[], between = ''): Html {
  return pieces.join(escaped(between)) as Html
}

/** The style sheet is ours, has no character that HTML reads, and must stay byte for byte what its hash was taken of. */
export function styleSheet(css: string): Html {
  if (/[<&]/.test(css)) throw new RangeError('styleSheet: a character that HTML reads stands in the style sheet')
  return `<style>${css}</style>` as Html
}

/** The script is ours as well, and is held to the same. */
export function inlineScript(source: string): Html {
  if (/[<&]/.test(source)) throw new RangeError('inlineScript: a character that HTML reads stands in the script')
  return `<script>${source}</script>` as Html
}

function attributesOf(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(value)}"`))
    .join('')
}
