import type { Locator, Page } from 'playwright-core'

/** Somebody in front of the widget, who finds everything by what it says. */
export interface Visitor {
  page: Page
  /** The widget, or one of them. */
  widget: Locator
  heading(title: string | RegExp): Promise<void>
  button(name: string | RegExp): Locator
  /** The button that puts a service into the visit and takes it out. */
  toggle(service: string): Locator
  field(label: string | RegExp): Locator
  /** A time by its start, `09:00`. */
  time(start: string): Locator
  /** A day of the calendar. */
  day(name: RegExp): Locator
  choose(...services: string[]): Promise<void>
  /** Goes on to the times of a day. */
  findTimesOn(day: RegExp): Promise<void>
  /** Chooses a time and goes on to the form. */
  takeTime(start: string): Promise<void>
  fillIn(details: Partial<Record<'name' | 'email' | 'phone' | 'note', string>>): Promise<void>
  /** Ticks the consents that have to be given. */
  agree(): Promise<void>
  book(): Promise<void>
  /** What stands in the form. */
  filledIn(): Promise<Record<keyof typeof LABELS, string> & { consents: string[] }>
  /** A line of the confirmation, `Who: Cut with Ada`. */
  row(text: string | RegExp): Locator
  /** The visit as it is drawn, line by line. */
  chain(): Promise<string[][]>
}

const LABELS = { name: 'Name', email: /^E-mail/, phone: /^Phone/, note: /^Anything we should know/ }

/** @param widget which one, where a page has several */
export function visitorAt(page: Page, widget = page.locator('codex-booking')): Visitor {
  const button = (name: string | RegExp) => widget.getByRole('button', { name })
  const toggle = (service: string) => widget.getByRole('button', { name: service, exact: true })
  const field = (label: string | RegExp) => widget.getByRole('textbox', { name: label })
  const time = (start: string) => widget.getByRole('radio', { name: new RegExp(`^${start}`) })
  const day = (name: RegExp) => widget.getByRole('gridcell').getByRole('button', { name })
  const heading = (title: string | RegExp) => widget.getByRole('heading', { name: title, level: 2 }).waitFor()
  return {
    page,
    widget,
    heading,
    button,
    toggle,
    field,
    time,
    day,
    choose: async (...services) => {
      for (const service of services) await toggle(service).click()
    },
    findTimesOn: async (name) => {
      await button('Find a time').click()
      await day(name).click()
      await widget.getByRole('heading', { name, level: 3 }).waitFor()
    },
    takeTime: async (start) => {
      await time(start).click()
      await button('Continue').click()
      await heading('Who is coming?')
    },
    fillIn: async (details) => {
      for (const [name, value] of Object.entries(details)) {
        await field(LABELS[name as keyof typeof LABELS]).fill(value)
      }
    },
    agree: () => widget.getByRole('checkbox', { name: 'You may keep my details for this visit.' }).check(),
    book: () => button(/^Book for/).click(),
    filledIn: async () => {
      const ticked = widget.getByRole('checkbox', { checked: true })
      return {
        name: await field(LABELS.name).inputValue(),
        email: await field(LABELS.email).inputValue(),
        phone: await field(LABELS.phone).inputValue(),
        note: await field(LABELS.note).inputValue(),
        consents: await ticked.evaluateAll((boxes) =>
          boxes.map((box) => (box as HTMLInputElement).labels?.[0]?.textContent ?? ''),
        ),
      }
    },
    chain: async () => {
      const texts = await widget.locator('codex-chain-preview').getByRole('listitem').allInnerTexts()
      return texts.map((text) => text.split('\n').map((line) => line.replaceAll(/\s/g, ' ')))
    },
    row: (text) => widget.getByRole('listitem').filter({ hasText: text }),
  }
}
