/** @import { ErrorAnswer } from '../../types.d.ts' */

/**
 * @param {number} status
 * @param {string} code
 * @param {string} words
 * @returns {(detail?: string) => ErrorAnswer}
 */
function error(status, code, words) {
  return (detail) => ({ status, code, message: detail === undefined ? words : `${words}: ${detail}` })
}

/**
 * Why STS gives no keys. Only `accessDenied` is documented (IAM 5 API, "Error Codes"); the other codes and all words after
 * "access denied" are invented, because the API page has no example of them.
 */
export const stsErrors = {
  /** The trust policy of the agency does not accept this subject. */
  accessDenied: error(403, 'PAP5.0001', 'access denied'),
  invalidParameter: error(400, 'STS5.0002', 'invalid parameter'),
  noSuchProvider: error(404, 'STS5.0101', 'no such OIDC provider'),
  noSuchAgency: error(404, 'STS5.0102', 'no such agency'),
  wrongSignature: error(400, 'STS5.0201', 'invalid id_token: the signature cannot be verified'),
  wrongIssuer: error(400, 'STS5.0202', 'invalid id_token: the issuer is not that of the OIDC provider'),
  wrongAudience: error(
    400,
    'STS5.0203',
    'invalid id_token: the audience is no client id of the OIDC provider',
  ),
  expired: error(400, 'STS5.0204', 'invalid id_token: it has expired'),
  notYet: error(400, 'STS5.0205', 'invalid id_token: it is not valid yet'),
}
