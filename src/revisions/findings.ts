/** What `verify` finds, in words: each names the file, says what is wrong, and what to do. */
import type {Diagnostic, Severity} from '../model/index.js'

const restore = 'Take the file back from a copy of the deal, or from the other side.'

export type Finding = (file: string, about?: string) => Diagnostic

function finding(
  code: string,
  severity: Severity,
  message: (file: string, about: string) => string,
  hint: string,
): Finding {
  return (file, about = '') => ({code: `revision/${code}`, severity, message: message(file, about), hint, at: {file}})
}

export const alteredFile = finding('altered-file', 'error', (file) => `${file} is not what was recorded.`, restore)

export const changedLineEnds = finding(
  'changed-line-ends',
  'error',
  (file) =>
    `${file} is what was recorded but for its line ends or byte order mark: a program that copied the deal changed them.`,
  'Copy the deal without conversion of text (in git: `* -text` in .gitattributes) and take the file back.',
)

export const missingFile = finding('missing-file', 'error', (file) => `${file} is missing.`, restore)

export const extraFile = finding(
  'extra-file',
  'error',
  (file) => `${file} was not recorded with its revision.`,
  'Move it out of the revision: nothing is ever added to one.',
)

export const alteredRecord = finding(
  'altered-record',
  'error',
  (file) => `${file} is not as it was written, so the files that it lists could not be checked.`,
  restore,
)

export const wrongNumber = finding(
  'wrong-number',
  'error',
  (file, about) => `${file} stands in the wrong folder: it is the record of number ${about}.`,
  'Rename the folder back, or take the deal back from a copy.',
)

export const brokenLink = finding(
  'broken-link',
  'error',
  (file, about) => `${file} is not the record that ${about} was built on: one of the two was put in place of another.`,
  'Compare both with a copy of the deal.',
)

export const missingFolder = finding(
  'missing-folder',
  'error',
  (file) => `${file} is missing, though later ones are there.`,
  'Take the folder back from a copy of the deal.',
)

export const unknownEntry = finding(
  'unknown-entry',
  'warning',
  (file) =>
    `${file} is no part of the history; programs that keep folders in step leave such copies when two computers write at once.`,
  'Look whether it holds a revision that is missing here, then move it away.',
)

export const leftAside = finding(
  'left-aside',
  'advice',
  (file) => `${file} was left by a program that was stopped while it wrote; the history is whole without it.`,
  'Nothing: the next command that writes here sweeps it away.',
)

export const clockBackwards = finding(
  'clock-backwards',
  'warning',
  (file, about) => `${file} bears an earlier time than ${about}, which came before it.`,
  'The order of revisions is certain, their times are not: look at the clock of the computer that recorded them.',
)

export const wrongTag = finding(
  'wrong-tag',
  'error',
  (file, about) => `${file} tags revision ${about} as it was then, which does not stand in this history.`,
  'Compare with a copy of the deal: the revision was put in place of another.',
)

export const wrongVariation = finding(
  'wrong-variation',
  'error',
  (file, about) => `${file} varies revision ${about}, which no tag calls executed: the tag was taken away.`,
  'Compare the tags with a copy of the deal.',
)

export const unreadableFile = finding(
  'unreadable-file',
  'error',
  (file, about) => `${file} could not be read, so it could not be checked: ${about}.`,
  'Copy the deal to another disk; take the file back from a copy of the deal.',
)

export const inTheWay = finding(
  'in-the-way',
  'error',
  (file) => `${file} has the name of a revision or tag, and is no folder: it stands in the place of one.`,
  'Compare with a copy of the deal, then move it away.',
)

export const receiptUnmet = finding(
  'receipt-unmet',
  'error',
  (file, about) =>
    `Nothing in ${file} has the hash that was kept outside (${about}): the history was shortened or written anew.`,
  'Compare with the document that bears the hash, and with copies of the deal.',
)

export const receiptUnknown = finding(
  'receipt-unmet',
  'error',
  (file, about) =>
    `Nothing in ${file} has the hash that was kept outside (${about}): the history was shortened or written anew, or it is of another deal.`,
  'Compare with the document that bears the hash, and with copies of the deal.',
)
