/** @import { AccessKey, KeyRing } from '../types.d.ts' */

/**
 * The invented key of the demo, accepted in every scenario that has no other keys.
 * @satisfies {AccessKey}
 */
export const DEMO_ACCESS_KEY = {
  id: 'DEMOACCESSKEY0123456',
  secret: 'an-invented-secret-key-of-the-demo-01234',
}

/**
 * Returns the accepted keys.
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
