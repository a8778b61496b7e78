/**
 * The bar above the text. Views and switches are inputs that the style sheet answers, without script; steps from change to
 * change and filters need the script, and are hidden until it runs.
 */
import {type Entry, leading} from './entries.js'
import {element, empty, type Html, joined, text} from './html.js'
import type {Page} from './page.js'
import {causeNames, ourLanguage} from './phrases.js'

export function controls(entries: readonly Entry[], page: Page): Html {
  const {showRenumbering = false, showCauses = false} = page.copy.against ?? {}
  return element(
    'div',
    {class: 'controls', role: 'region', 'aria-label': 'Redline', lang: ourLanguage(page)},
    stepper(entries.length),
    element(
      'fieldset',
      {class: 'views'},
      element('legend', {class: 'aloud'}, text('View')),
      choice('radio', '_inline', 'Inline', true, '_view'),
      choice('radio', '_columns', 'Side by side', false, '_view'),
    ),
    element(
      'fieldset',
      {class: 'switches'},
      element('legend', {class: 'aloud'}, text('Show')),
      choice('checkbox', '_only', 'Changes only', false),
      choice('checkbox', '_causes', 'Causes', showCauses),
      choice('checkbox', '_renumbering', 'Former numbers', showRenumbering),
    ),
    ...(entries.length === 0 ? [] : [keys()]),
    filters(entries),
  )
}

function choice(type: 'radio' | 'checkbox', id: string, words: string, checked: boolean, name?: string): Html {
  const input = {type, id, name, checked: checked ? 'checked' : undefined, autocomplete: 'off'}
  return element('label', {}, empty('input', input), text(` ${words}`))
}

function stepper(count: number): Html {
  if (count === 0) return text('')
  const button = (id: string, key: string, keys: string, words: string): Html =>
    element('button', {type: 'button', id, accesskey: key, 'aria-keyshortcuts': keys}, text(words))
  const steps = element(
    'div',
    {class: 'steps'},
    button('_previous', 'p', 'p k', '‹ Previous'),
    element('span', {id: '_counter'}, text(count === 1 ? '1 change' : `${count} changes`)),
    button('_next', 'n', 'n j', 'Next ›'),
  )
  const hint = text('Step through the changes with the buttons, or with the keys n and p.')
  const current = element('p', {id: '_current', class: 'current-change', 'aria-live': 'polite'}, hint)
  return element('div', {class: 'stepper scripted', hidden: 'hidden'}, steps, current)
}

// A single key that does something must have an off switch (WCAG 2.2, 2.1.4).
function keys(): Html {
  return element('div', {class: 'scripted keys', hidden: 'hidden'}, choice('checkbox', '_keys', 'Keys n, p', true))
}

function filters(entries: readonly Entry[]): Html {
  const causes = [...new Set(entries.map((entry) => causeNames[leading(entry).cause.type]))]
  const authors = [...new Set(entries.map((entry) => leading(entry).author))].filter((author) => author !== '')
  const lists = [
    ...(causes.length > 1 ? [filter('_cause', 'Cause', 'Every cause', causes)] : []),
    ...(authors.length > 1 ? [filter('_author', 'Author', 'Every author', authors)] : []),
  ]
  return lists.length === 0 ? text('') : element('div', {class: 'filters scripted', hidden: 'hidden'}, joined(lists))
}

function filter(id: string, label: string, every: string, values: readonly string[]): Html {
  const options = values.map((value) => element('option', {value: `=${value}`}, text(value)))
  return element(
    'label',
    {},
    element('span', {class: 'aloud'}, text(label)),
    element('select', {id, autocomplete: 'off'}, element('option', {value: ''}, text(every)), ...options),
  )
}
