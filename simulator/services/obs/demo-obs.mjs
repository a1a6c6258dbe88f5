/** @import { Obs } from '../../types.d.ts' */

/**
 * The invented bucket and connections of demo and tests.
 *
 * @satisfies {Obs}
 */
export const DEMO_OBS = {
  bucket: 'demo-bucket',
  connections: ['dli_sales', 'dws_reports'],
}
