/** Text of the user's inside a message: quoted, cut short, and with what cannot be seen spelled out. */

const longest = 60

/** “Brightwater”; “a\u{202E}b”. */
export function quote(text: string): string {
  const characters = [...text]
  const cut = characters.length > longest ? [...characters.slice(0, longest - 1), '…'] : characters
  return `“${cut.map(visible).join('')}”`
}

function visible(character: string): string {
  return /[\p{C}\u2028\u2029]/u.test(character) ? `\\u{${codePoint(character)}}` : character
}

/** `202E`: the code point of a character, as Unicode's tables write it. */
export function codePoint(character: string): string {
  return character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
}
