/**
 * The fonts we set agreements in: a table, so that a font is either known, checked and embedded, or asked for by name.
 * Packages come before what the computer happens to have, since a package is the same on every computer.
 */
import type {ScriptLanguage} from './scripts.js'

/** A family as Typst calls it, and the files it is made of. Of these the first is needed, the others are taken if there. */
export interface Family {
  readonly name: string
  readonly files: readonly string[]
}

/** Where the words of a language get their font: an npm package, else a family found on the computer. */
export interface LanguageFonts {
  readonly language: string
  readonly package: string
  readonly packaged: Family
  readonly installed: readonly Family[]
}

/** The house font: upright, italic, semibold. It holds Latin, Greek, Cyrillic and Vietnamese. */
export const house = {
  package: '@expo-google-fonts/source-serif-4',
  family: {
    name: 'Source Serif 4',
    files: [
      '400Regular/SourceSerif4_400Regular.ttf',
      '400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
      '600SemiBold/SourceSerif4_600SemiBold.ttf',
      '600SemiBold_Italic/SourceSerif4_600SemiBold_Italic.ttf',
    ],
  },
} satisfies {package: string; family: Family}

/** Signs that the house font lacks and the font inside the Typst compiler has: the ● of a blank, and its like. */
export const symbols = {family: 'Libertinus Serif', characters: '●○■□◆◇▲△▼▽★'}

const google = (slug: string, name: string): Pick<LanguageFonts, 'package' | 'packaged'> => {
  const joined = name.replaceAll(' ', '')
  return {
    package: `@expo-google-fonts/${slug}`,
    packaged: {name, files: [`400Regular/${joined}_400Regular.ttf`, `700Bold/${joined}_700Bold.ttf`]},
  }
}

// Debian and Fedora ship one collection for all regions; Arch and Adobe ship a file a region.
const cjk = (region: string): readonly Family[] => [
  {name: `Noto Serif CJK ${region.toUpperCase()}`, files: ['NotoSerifCJK-Regular.ttc', 'NotoSerifCJK-Bold.ttc']},
  {
    name: `Noto Serif CJK ${region.toUpperCase()}`,
    files: [`NotoSerifCJK${region}-Regular.otf`, `NotoSerifCJK${region}-Bold.otf`],
  },
  {name: `Noto Sans CJK ${region.toUpperCase()}`, files: ['NotoSansCJK-Regular.ttc', 'NotoSansCJK-Bold.ttc']},
]

const noto = (name: string): Family => {
  const joined = name.replaceAll(' ', '')
  return {name, files: [`${joined}-Regular.ttf`, `${joined}-Bold.ttf`]}
}

export const languageFonts: Readonly<Record<ScriptLanguage, LanguageFonts>> = {
  ja: {
    language: 'Japanese',
    ...google('noto-serif-jp', 'Noto Serif JP'),
    installed: [
      ...cjk('jp'),
      {name: 'Yu Mincho', files: ['yumin.ttf', 'yumindb.ttf']},
      {name: 'Hiragino Mincho ProN', files: ['ヒラギノ明朝 ProN.ttc']},
      {name: 'MS Mincho', files: ['msmincho.ttc']},
    ],
  },
  'zh-Hans': {
    language: 'Simplified Chinese',
    ...google('noto-serif-sc', 'Noto Serif SC'),
    installed: [
      ...cjk('sc'),
      {name: 'SimSun', files: ['simsun.ttc', 'simsunb.ttf']},
      {name: 'Songti SC', files: ['Songti.ttc']},
    ],
  },
  'zh-Hant': {
    language: 'Traditional Chinese',
    ...google('noto-serif-tc', 'Noto Serif TC'),
    installed: [...cjk('tc'), {name: 'PMingLiU', files: ['mingliu.ttc']}, {name: 'Songti TC', files: ['Songti.ttc']}],
  },
  ko: {
    language: 'Korean',
    ...google('noto-serif-kr', 'Noto Serif KR'),
    installed: [
      ...cjk('kr'),
      {name: 'Batang', files: ['batang.ttc']},
      {name: 'AppleMyungjo', files: ['AppleMyungjo.ttf']},
    ],
  },
  ar: {language: 'Arabic', ...google('noto-naskh-arabic', 'Noto Naskh Arabic'), installed: [noto('Noto Naskh Arabic')]},
  he: {language: 'Hebrew', ...google('noto-serif-hebrew', 'Noto Serif Hebrew'), installed: [noto('Noto Serif Hebrew')]},
  th: {
    language: 'Thai',
    ...google('noto-sans-thai', 'Noto Sans Thai'),
    installed: [noto('Noto Serif Thai'), noto('Noto Sans Thai')],
  },
  hi: {
    language: 'Devanagari',
    ...google('noto-serif-devanagari', 'Noto Serif Devanagari'),
    installed: [noto('Noto Serif Devanagari')],
  },
}
