/**
 * Writes a whole number, 0 or more, with a comma before each group of three digits. `Intl.NumberFormat` does the same in
 * English and in Chinese, but loading its data takes 20 ms at each start of the action.
 */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
