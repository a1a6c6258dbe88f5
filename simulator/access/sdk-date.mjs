const FORM = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/

/**
 * Returns the value of X-Sdk-Date for a time, `YYYYMMDDTHHMMSSZ` in UTC.
 * @param {number} ms epoch milliseconds
 */
export function formatSdkDate(ms) {
  return new Date(ms).toISOString().replaceAll(/[-:]|\.\d+/g, '')
}

/**
 * Returns epoch milliseconds, or undefined if the text is not a valid X-Sdk-Date.
 * @param {string} text
 */
export function parseSdkDate(text) {
  const ms = Date.parse(text.replace(FORM, '$1-$2-$3T$4:$5:$6Z'))
  return FORM.test(text) && !Number.isNaN(ms) ? ms : undefined
}
