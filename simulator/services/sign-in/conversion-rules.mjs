/** @import { ConversionRule } from '../../types.d.ts' */

/**
 * A claim may be a list; `any_one_of` and `not_any_of` compare whole values, and a condition without them asks only
 * whether the claim is there.
 * @param {ConversionRule['remote'][number]} condition
 * @param {Readonly<Record<string, unknown>>} claims
 */
function fits({ type, any_one_of: anyOf, not_any_of: notAnyOf }, claims) {
  const claim = claims[type]
  if (claim === undefined) return false
  const values = [claim].flat().map(String)
  const isAmong = (/** @type {readonly string[]} */ list) => values.some((value) => list.includes(value))
  return (anyOf === undefined || isAmong(anyOf)) && (notAnyOf === undefined || !isAmong(notAnyOf))
}

/**
 * Returns the user groups that the conversion rules of an identity provider give to the bearer of these claims. A rule
 * fits if each of its conditions does.
 * Source: docs/service.md, "Federated user (IAM)"
 * @param {readonly ConversionRule[]} rules
 * @param {Readonly<Record<string, unknown>>} claims
 */
export function groupsOf(rules, claims) {
  return rules
    .filter(({ remote }) => remote.every((condition) => fits(condition, claims)))
    .flatMap(({ local }) => local.flatMap(({ group }) => (group ? [group.name] : [])))
}
