import type { VisitItem } from './contract/question.js'

const separators = /[,@~]/

/**
 * Items as a query string carries them: `cut@ada,colour`.
 *
 * @throws {TypeError} where an id holds a character that would make two items of one
 */
export const itemsText = (items: readonly VisitItem[]): string =>
  items
    .map(({ serviceId, resourceId }, index) => {
      if (separators.test(serviceId) || separators.test(resourceId ?? '')) {
        throw new TypeError(`items.${index}: an id or a slug holds no comma, @ or ~`)
      }
      return resourceId === undefined ? serviceId : `${serviceId}@${resourceId}`
    })
    .join(',')
