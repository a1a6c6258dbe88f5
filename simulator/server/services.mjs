import { createKeyRing, DEMO_ACCESS_KEY } from '../access/access-keys.mjs'
import { createAdmission } from '../access/admission.mjs'
import { commitStatusRoute } from '../services/github/commit-status-route.mjs'
import { idTokenRoute } from '../services/github/id-token-route.mjs'
import { createIdTokenSigner } from '../services/github/id-token.mjs'
import { importRoute } from '../services/factory/import-route.mjs'
import { iamRoutes } from '../services/sign-in/iam-routes.mjs'
import { objectRoutes } from '../services/obs/object-routes.mjs'
import { startProgress } from './progress.mjs'
import { stsRoute } from '../services/sign-in/sts-route.mjs'
import { systemTaskRoute } from '../services/factory/system-task-route.mjs'

/** @import { CommitStatus, Imported, Issued, KeyRing, Keyless, Scenario } from '../types.d.ts' */

/**
 * @param {Keyless} keyless
 * @param {{ ring: KeyRing, issued: Issued[] }} parts
 */
async function startKeyless(keyless, { ring, issued }) {
  const signer = await createIdTokenSigner()
  const { publicKey } = signer
  const { trustedKeys: publicKeys = [publicKey] } = keyless
  return {
    routes: [
      idTokenRoute(keyless, { signer, issued }),
      stsRoute(keyless, { publicKeys, ring, issued }),
      ...iamRoutes(keyless, { publicKeys, ring, issued }),
    ],
    records: { idTokenKey: publicKey },
  }
}

/**
 * Returns the routes of every service of the scenario, and the records of their work.
 * @param {Scenario} scenario
 */
export async function startServices(scenario) {
  const ring = createKeyRing(scenario.accessKeys ?? [DEMO_ACCESS_KEY])
  const admit = createAdmission(scenario, ring)
  const progress = startProgress()
  /** @type {Issued[]} */
  const issued = []
  /** @type {Imported[]} */
  const imported = []
  /** @type {Map<string, Buffer>} */
  const objects = new Map()
  /** @type {CommitStatus[]} */
  const statuses = []
  const keyless = scenario.keyless && (await startKeyless(scenario.keyless, { ring, issued }))
  return {
    routes: [
      systemTaskRoute(scenario, { admit, progress }),
      importRoute(scenario, { admit, progress, imported, objects }),
      ...(keyless?.routes ?? []),
      ...(scenario.github ? [commitStatusRoute(scenario.github, statuses)] : []),
      // Last, because any other path may be that of an object.
      ...(scenario.obs ? objectRoutes(scenario.obs, { ring, objects }) : []),
    ],
    records: { endOf: progress.endOf, imported, objects, statuses, issued, ...keyless?.records },
  }
}
