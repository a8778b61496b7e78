import {describe, expect, test} from 'vitest'
import {blank, definition, emphasis, marked, reference, text, use, value} from './build.js'

describe('a changed word', () => {
  test.each([
    ['the laws of Delaware', 'the laws of Nevada', 'the laws of [-Delaware-]{+Nevada+}'],
    ['EUR 250,000.00 is due', 'EUR 275,000.00 is due', 'EUR [-250,000.00-]{+275,000.00+} is due'],
    ['a non-exclusive licence', 'a co-exclusive licence', 'a [-non-exclusive-]{+co-exclusive+} licence'],
    ['the Seller’s costs', 'the Buyer’s costs', 'the [-Seller’s-]{+Buyer’s+} costs'],
    ['up to 5% of it', 'up to 10% of it', 'up to [-5-]{+10+}% of it'],
    ['by 17:00 on 01/02/2026', 'by 18:00 on 01/02/2026', 'by [-17:00-]{+18:00+} on 01/02/2026'],
    ['Acme B.V., a company', 'Acme N.V., a company', 'Acme [-B.V-]{+N.V+}., a company'],
    ['the Buyer', 'the buyer', 'the [-Buyer-]{+buyer+}'],
  ])('is marked as one word in “%s”', (before, after, expected) => expect(marked(before, after)).toBe(expected))
})

describe('a number in words and in brackets', () => {
  test('changes with its bracket', () =>
    expect(marked('a term of five (5) years from', 'a term of three (3) years from')).toBe(
      'a term of [-five (5)-]{+three (3)+} years from',
    ))

  test('leaves the words alone where only the figure changed', () =>
    expect(marked('thirty (30) days', 'thirty (45) days')).toBe('thirty ([-30-]{+45+}) days'))

  test('takes its opening bracket along as well', () =>
    expect(marked('for years (5) five.', 'for years (3) three.')).toBe('for years [-(5) five-]{+(3) three+}.'))

  test('is the same where a value became typed words', () =>
    expect(marked([text('a '), value('/term/days', '30'), text('-day term')], 'a 30-day term')).toBe('a 30-day term'))
})

describe('an insertion', () => {
  test.each([
    ['at the start', 'Seller may end it', 'Either Seller may end it', '{+Either +}Seller may end it'],
    ['at the end', 'It ends.', 'It ends on 31 May 2027.', 'It ends{+ on 31 May 2027+}.'],
    ['after the last stop', 'It ends. All ends.', 'It ends. All ends. So be it.', 'It ends. All ends.{+ So be it.+}'],
    ['between words', 'shall pay it', 'shall promptly pay it', 'shall {+promptly +}pay it'],
    ['in a list', 'goods, tools and works', 'goods, parts, tools and works', 'goods, {+parts, +}tools and works'],
    ['before “and”', 'A, B and C apply', 'A, B, X and C apply', 'A, B{+, X+} and C apply'],
    ['in brackets', 'the Term shall', 'the Term (as extended) shall', 'the Term {+(as extended) +}shall'],
    ['after brackets', 'x (a) y', 'x (a), (b) y', 'x (a){+, (b)+} y'],
    ['of a line', 'A\nB', 'A\nC\nB', 'A\n{+C\n+}B'],
  ])('%s begins at a word or takes its space along', (_, before, after, expected) =>
    expect(marked(before, after)).toBe(expected),
  )

  test('of a sentence is that sentence, though its neighbour ends on the same words', () =>
    expect(marked('One ends here. Two starts.', 'One ends here. New one ends here. Two starts.')).toBe(
      'One ends here. {+New one ends here. +}Two starts.',
    ))

  test('of a party is that party with its own “and”', () =>
    expect(marked('the Seller and the Buyer agree', 'the Seller and the Guarantor and the Buyer agree')).toBe(
      'the Seller {+and the Guarantor +}and the Buyer agree',
    ))

  test('into a list of lettered items keeps the letters that stay', () =>
    expect(marked('(a) goods; (b) tools; and (c) works', '(a) goods; (b) tools; (c) parts; and (d) works')).toBe(
      '(a) goods; (b) tools; [-and -](c) {+parts; and (d) +}works',
    ))
})

describe('a deletion', () => {
  test.each([
    [
      'of a sentence',
      'It is one. It renews. It may end.',
      'It is one. It may end.',
      'It is one. [-It renews. -]It may end.',
    ],
    ['of the last item', 'goods, tools and works', 'goods and works', 'goods[-, tools-] and works'],
    ['of brackets', 'the Seller (defined below) may', 'the Seller may', 'the Seller [-(defined below) -]may'],
    ['of everything', 'All of it.', '', '[-All of it.-]'],
  ])('%s leaves clean words behind', (_, before, after, expected) => expect(marked(before, after)).toBe(expected))

  test('that could begin at two places begins where another begins', () =>
    expect(marked('to the extent lawful, the liability is limited', 'the liability is limited')).toBe(
      '[-to the extent lawful, -]the liability is limited',
    ))
})

describe('punctuation', () => {
  test('is marked by itself', () => expect(marked('costs; fees', 'costs, fees')).toBe('costs[-;-]{+,+} fees'))

  test('is marked where it is new', () => expect(marked('hello world', 'hello, world')).toBe('hello{+,+} world'))

  test('and spaces between two replaced words are replaced with them', () =>
    expect(marked('in London (England) only', 'in Paris (France) only')).toBe(
      'in [-London (England)-]{+Paris (France)+} only',
    ))
})

describe('small words', () => {
  test('go with larger changes on both sides', () =>
    expect(marked('of Delaware and Texas law', 'of Nevada and Ohio law')).toBe(
      'of [-Delaware and Texas-]{+Nevada and Ohio+} law',
    ))

  test('stay beside a change that is no larger than they are', () =>
    expect(marked('page 1 of 2', 'page 3 of 4')).toBe('page [-1-]{+3+} of [-2-]{+4+}'))

  test('stay between two insertions, which would else delete them', () =>
    expect(marked('losses of it here', 'losses directly of itself it here')).toBe(
      'losses {+directly +}of {+itself +}it here',
    ))

  test('stay between values of two parameters, whose changes have two causes', () => {
    const law = (one: string, other: string) => [value('/a', one), text(' and '), value('/b', other), text(' law')]
    expect(marked(law('Delaware', 'Texas'), law('Nevada', 'Ohio'))).toBe(
      '[-Delaware-]{+Nevada+} and [-Texas-]{+Ohio+} law',
    )
  })
})

describe('a text with next to nothing left of it', () => {
  const old = 'Each party shall keep the other party’s information confidential and shall use it only for this purpose.'
  const now = 'The recipient must hold all such material in strict confidence, and may not exploit it except as agreed.'

  test('is replaced whole', () => expect(marked(old, now)).toBe(`[-${old}-]{+${now}+}`))

  test('is not replaced whole where it was only added to', () => {
    const more = `${old} The recipient must hold it in strict confidence, and may not exploit any of it, except as agreed.`
    expect(marked('It ends.', `It ends. ${more}`)).toBe(`It ends.{+ ${more}+}`)
  })

  test('is replaced whole where its few words are scattered over a long one', () => {
    const clause =
      'The Supplier shall, at its own cost and within five Business Days after a request, deliver to the Customer all ' +
      'Documents which are in its possession or under the control of any of its affiliates.'
    const short = 'The cost of a request is of no affiliates.'
    expect(marked(clause, short)).toBe(`[-${clause}-]{+${short}+}`)
  })

  test('is not replaced whole where it is made of values, each with a cause of its own', () => {
    const party = (name: string, street: string, city: string) => [
      value('/name', name),
      text(', '),
      value('/street', street),
      text(', '),
      value('/city', city),
    ]
    expect(marked(party('Acme Tools Ltd', '1 High Street', 'Bristol'), party('Beta GmbH', '5 Markt', 'Jena'))).toBe(
      '[-Acme Tools Ltd-]{+Beta GmbH+}, [-1 High Street-]{+5 Markt+}, [-Bristol-]{+Jena+}',
    )
  })

  test('is not replaced whole where its blanks were filled', () => {
    const [name, city] = [blank('/name'), blank('/city')]
    const filled = [value('/name', 'Acme Tools Ltd'), text(', '), value('/city', 'Great Malvern')]
    expect(marked([name, text(', '), city], filled)).toBe('[-[●]-]{+Acme Tools Ltd+}, [-[●]-]{+Great Malvern+}')
  })

  test('of few words is compared all the same', () =>
    expect(marked('Governing law', 'Applicable law')).toBe('[-Governing-]{+Applicable+} law'))
})

describe('nodes', () => {
  test('keep a term that is used where it was only written', () =>
    expect(marked('the Results are', [text('the '), use('Results'), text(' are')])).toBe('the Results are'))

  test('mark a swapped party name in a value', () =>
    expect(
      marked([value('/buyer', 'Acme Ltd'), text(' shall pay')], [value('/buyer', 'Beta GmbH'), text(' shall pay')]),
    ).toBe('[-Acme Ltd-]{+Beta GmbH+} shall pay'))

  test('mark values side by side each by itself', () => {
    const address = (name: string, city: string) => [value('/name', name), text(', '), value('/city', city), text('.')]
    expect(marked(address('Acme', 'Berlin'), address('Beta', 'Paris'))).toBe('[-Acme-]{+Beta+}, [-Berlin-]{+Paris+}.')
  })

  test('mark a blank that was filled', () =>
    expect(marked([text('on '), blank('/date')], [text('on '), value('/date', '1 May')])).toBe('on [-[●]-]{+1 May+}'))

  test('mark a reference whose target is another, and no other', () =>
    expect(
      marked(
        [text('see '), reference('ip'), text(' and '), reference('fee', true)],
        [text('see '), reference('ip.use'), text(' and '), reference('fee', true)],
      ),
    ).toBe('see [-→ip-]{+→ip.use+} and →fee'))

  test('mark words that are emphasised now', () =>
    expect(marked('it is not owed', [text('it is '), emphasis(text('not')), text(' owed')])).toBe(
      'it is [-not-]{+not+} owed',
    ))

  test('mark a term that is defined now', () =>
    expect(marked('the Fee is due', [text('the '), definition('Fee'), text(' is due')])).toBe(
      'the [-Fee-]{+Fee+} is due',
    ))
})

describe('text without spaces', () => {
  test('is marked by its characters', () =>
    expect(marked('本契約は、東京地方裁判所を管轄とする。', '本契約は、大阪地方裁判所を管轄とする。')).toBe(
      '本契約は、[-東京-]{+大阪+}地方裁判所を管轄とする。',
    ))

  test('takes a new clause with its comma', () =>
    expect(marked('甲は、支払う。', '甲は、遅滞なく、支払う。')).toBe('甲は、{+遅滞なく、+}支払う。'))
})
