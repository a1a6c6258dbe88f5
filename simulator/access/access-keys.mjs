/** @import { AccessKey } from '../types.d.ts' */

/**
 * The invented key of demo and tests, accepted in every scenario without keys of its own.
 *
 * @satisfies {AccessKey}
 */
export const DEMO_ACCESS_KEY = {
  id: 'DEMOACCESSKEY0123456',
  secret: 'an-invented-secret-key-of-the-demo-01234',
}

/**
 * The keys that requests may be signed with; STS adds those that it issues.
 *
 * @typedef {object} KeyRing
 * @property {(id: string) => AccessKey | undefined} find
 * @property {(key: AccessKey) => void} add
 */

/**
 * Returns a ring with these keys on it.
 *
 * @param {readonly AccessKey[]} keys
 * @returns {KeyRing}
 */
export function createKeyRing(keys) {
  const byId = new Map(keys.map((key) => [key.id, key]))
  return {
    find: (id) => byId.get(id),
    add: (key) => void byId.set(key.id, key),
  }
}
