import { omitUndefined } from '../../core/task/omit-undefined.ts'
import type { HttpRequest } from '../../http/transport.ts'

/** The address of the service, and the project and workspace of its tasks. */
export type ServiceSettings = {
  /** Base URL, without a slash at its end. */
  readonly endpoint: string
  readonly project: string
  readonly workspace?: string
  readonly language: 'en_us' | 'zh_cn'
}

/** One call of the project's API. The path is relative to the project and needs no escaping. */
export type Operation = { readonly method: 'GET' | 'POST'; readonly path: string; readonly body?: string }

/** Returns the request for a call of the service, without a credential. */
export function serviceRequest(
  { endpoint, project, workspace, language }: ServiceSettings,
  { method, path, body }: Operation,
): HttpRequest {
  return {
    method,
    url: new URL(`${endpoint}/v1/${project}/${path}`),
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'user-agent': 'wait-for-dlf-task',
      'x-language': language,
      // Without it some accounts get "Workspace does not exists" (docs/service.md, "Request").
      'x-project-id': project,
      ...omitUndefined({ workspace }),
    },
    ...omitUndefined({ body }),
  }
}
