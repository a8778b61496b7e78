/** A small schema for tests of the clause language. */
import type {Parameter, ParameterKind, Parameters} from '../../src/model/index.js'

const kinds: Readonly<Record<string, ParameterKind>> = {
  '/parties': 'rows',
  '/parties/*': 'group',
  '/parties/*/shortName': 'text',
  '/parties/*/aims': 'rows',
  '/parties/*/aims/*': 'group',
  '/parties/*/aims/*/text': 'text',
  '/ip': 'group',
  '/ip/results': 'group',
  '/ip/results/regime': 'choice',
  '/risk': 'group',
  '/risk/cap': 'money',
  '/project': 'group',
  '/project/title': 'text',
  '/gates': 'rows',
  '/gates/*': 'group',
  '/gates/*/name': 'text',
  '/gates/*/tier': 'number',
  '/law': 'group',
  '/law/ladder': 'list',
  '/law/ladder/*': 'text',
}

export const parameters: Parameters = new Map(
  Object.entries(kinds).map(([pattern, kind]): [string, Parameter] => [
    pattern,
    {pattern, kind, title: pattern, question: `What is ${pattern}?`},
  ]),
)
