/**
 * A route's path with its parameters filled in.
 *
 * @throws {TypeError} where a parameter is missing or would change the path
 */
export const pathOf = (path: string, params: Readonly<Record<string, string>>): string =>
  path.replace(/:(\w+)/g, (_placeholder, name: string) => {
    const value = params[name] ?? ''
    // Anything else, `..` for one, could lead to another operation.
    if (!/^[A-Za-z0-9-]+$/.test(value)) throw new TypeError(`${name} must be an id`)
    return value
  })
