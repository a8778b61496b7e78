/** Quotes and apostrophes are curled once, here: an opening one follows a space, a bracket, a dash or nothing. */

/** Curls the straight quotes of `text`; `before` is the character that stands before it, if any. */
export function curl(text: string, before: string): string {
  let previous = before
  let curled = ''
  for (const character of text) {
    const opens = previous === '' || /[\s([{–—/“‘-]/u.test(previous)
    const written = character === '"' ? (opens ? '“' : '”') : character === "'" ? (opens ? '‘' : '’') : character
    curled += written
    previous = written
  }
  return curled
}
