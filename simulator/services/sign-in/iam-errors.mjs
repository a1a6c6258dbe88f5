/** @import { ErrorAnswer } from '../../types.d.ts' */

/**
 * Why IAM gives no token, in Keystone's form; the texts are those of Keystone, which IAM follows.
 * @satisfies {Record<string, { status: number, title: string, message: string }>}
 */
export const tokenErrors = {
  badRequest: { status: 400, title: 'Bad Request', message: "Request parameter 'id_token' is invalid." },
  /** Signature, issuer, client ID or end of the ID token: IAM does not tell which. */
  unauthorized: {
    status: 401,
    title: 'Unauthorized',
    message: 'The request you have made requires authentication.',
  },
  /** No conversion rule fits the claims. */
  forbidden: {
    status: 403,
    title: 'Forbidden',
    message: 'You are not authorized to perform the requested action.',
  },
  notFound: { status: 404, title: 'Not Found', message: 'Could not find identity provider.' },
}

/**
 * Why IAM gives no key, in its own form. Source: API pages of IAM, "Error Codes"
 * @satisfies {Record<string, ErrorAnswer>}
 */
export const keyErrors = {
  badRequest: { status: 400, code: 'IAM.0011', message: 'Request body is invalid.' },
  unauthorized: { status: 401, code: 'IAM.0001', message: 'The token must be updated.' },
}
