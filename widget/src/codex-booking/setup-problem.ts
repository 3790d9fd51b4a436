/** What is wrong with the attributes, in a sentence for the person who put the element on the page. */
export const setupProblem = (api: string, publishableKey: string): string | undefined => {
  if (api === '') {
    return 'The element <codex-booking> needs the attribute api: the address of the booking server, for example api="https://booking.example.test".'
  }
  if (!URL.canParse(api, document.baseURI) || !/^https?:$/.test(new URL(api, document.baseURI).protocol)) {
    return `The attribute api of <codex-booking> is not an address: "${api}". It looks like api="https://booking.example.test".`
  }
  if (publishableKey === '') {
    return 'The element <codex-booking> needs the attribute publishable-key: the key of your site, for example publishable-key="pk_demo".'
  }
  return undefined
}
