/** no agreement may keep anyone from reporting wrongdoing. A scan of free text: what it finds is possible. */
import {any, forbidding, near, scan} from './scan.js'

const report = any(
  /report\w*/,
  /disclos\w*/,
  /complain\w*/,
  /inform\w*/,
  /notif\w+/,
  /tell/,
  /speak/,
  /talk/,
  /contact\w*/,
  /communicat\w*/,
  /testif\w+/,
  /co-?operat\w*/,
)
const authority = any(
  /authorit(?:y|ies)/,
  /regulators?/,
  /police/,
  /law enforcement/,
  /government\w*/,
  /ombuds\w+/,
  /prosecut\w+/,
  /inspectorates?/,
  /agenc(?:y|ies)/,
  /watchdog/,
)

export const reportsToAuthorities = scan({
  id: 'R-034',
  title: 'Reports to authorities stay free',
  reason:
    'The law protects whistle-blowers: Directive (EU) 2019/1937, 18 USC 1833(b), UK Employment Rights Act 1996 section 43J. A ban is void.',
  possible: 'ban on reporting to an authority',
  hint: 'Take it out: confidentiality never bars a report that the law protects.',
  readings: [
    [forbidding, report, authority],
    [forbidding, any(/whistle-?\s?blow\w*/)],
  ],
  unless: [
    near(
      any(/(?:except|unless|save|other than|apart from) (?:to|as|where|when|that|if|by)/),
      any(/law/, /required/, /protected/),
    ),
  ],
})
