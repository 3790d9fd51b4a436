/**
 * Makes an Intl formatter at most once per language and options: making one costs some hundred times
 * as much as using it, and a day of times uses it often.
 *
 * A language that Intl does not know gives the browser's own: a wrong setting must not stop a booking.
 */
export function cachedFormatter<Options extends object, Formatter>(
  make: (locale: string | undefined, options: Options) => Formatter,
): (locale: string, options: Options) => Formatter {
  const made = new Map<string, Formatter>()
  return (locale, options) => {
    const key = `${locale} ${JSON.stringify(options)}`
    let formatter = made.get(key)
    if (formatter === undefined) {
      formatter = make(knownLocale(locale), options)
      made.set(key, formatter)
    }
    return formatter
  }
}

/** The language if Intl can read it, else undefined, which is the browser's. */
export function knownLocale(locale: string): string | undefined {
  if (locale === '') return undefined
  try {
    return Intl.getCanonicalLocales(locale)[0]
  } catch {
    return undefined
  }
}

export const dateTimeFormatter = cachedFormatter(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
)

export const numberFormatter = cachedFormatter(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
)
