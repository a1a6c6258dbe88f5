const FORM = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/

/**
 * Returns a moment as X-Sdk-Date has it, `YYYYMMDDTHHMMSSZ` in UTC.
 *
 * @param {number} ms epoch milliseconds
 */
export function formatSdkDate(ms) {
  return new Date(ms).toISOString().replaceAll(/[-:]|\.\d+/g, '')
}

/**
 * Returns epoch milliseconds, or undefined when the text is no X-Sdk-Date.
 *
 * @param {string} text
 */
export function parseSdkDate(text) {
  const ms = Date.parse(text.replace(FORM, '$1-$2-$3T$4:$5:$6Z'))
  return FORM.test(text) && !Number.isNaN(ms) ? ms : undefined
}
