import { formatDuration } from '../text/duration.ts'
import { grouped } from '../text/number.ts'
import type { CredentialUsed } from './report.ts'
import { SUBTASK_GROUPS, type SubtaskCounts, type SubtaskGroup, totalOf } from '../task/subtask-counts.ts'
import type { Words } from './words-en.ts'
import type { Verdict } from '../wait/verdict.ts'

const UNITS = { ms: '毫秒', s: '秒', m: '分钟', h: '小时', d: '天' } as const

const CLOCK = '再检查运行器的系统时间：与服务端的时差不得超过 15 分钟。'

// English words name inputs and variables in backticks; without any, the kind is enough.
const CREDENTIALS = {
  'access-key': '访问密钥',
  'temporary-key': '临时访问密钥',
  token: 'Token',
  'federated-user': '联邦用户',
  'trust-agency': '信任委托',
} as const satisfies Record<CredentialUsed['kind'], string>

const STATUSES = {
  FAILED: '失败',
  NOT_FOUND: '不存在',
  ERROR: '查询失败',
  TIMED_OUT: '等待超时',
  CANCELLED: '已取消等待',
  WARNING: '告警',
  RUNNING: '运行中',
  OTHER: '其他状态',
  SUCCESSFUL: '成功',
} as const satisfies Record<Verdict | SubtaskGroup, string>

/** The Chinese words, as Huawei Cloud's console and documentation use them. */
export const chinese: Words = {
  punctuation: {
    colon: '：',
    semicolon: '；',
    comma: '，',
    listComma: '、',
    stop: '。',
    open: '（',
    close: '）',
  },
  sentence: (clause) => `${clause.replace(/^ /, '任务').replace(/^：/, '')}。`,
  // A sentence of the service, or of a sign-in, may be English.
  join: (sentences) =>
    sentences.reduce(
      (text, sentence) => (/(?:^|[：。！？])$/.test(text) ? text + sentence : `${text} ${sentence}`),
      '',
    ),
  duration,
  verdicts: {
    FAILED: '失败',
    NOT_FOUND: '不存在',
    ERROR: '状态查询失败',
    TIMED_OUT: '等待超时',
    CANCELLED: '已取消等待',
    WARNING: '已完成（有告警）',
    SUCCESSFUL: '成功',
  },
  errors: {
    connection: '无法建立连接',
    timeout: '响应超时',
    cut: '响应中断',
    'unexpected-body': '响应不是约定的 JSON',
    'http-status': '服务不可用',
    throttled: '触发服务流控',
    unauthorized: '认证失败',
    forbidden: '没有权限',
    'no-such-api': 'API 不存在',
    rejected: '请求被拒绝',
    redirected: '地址被重定向',
    'error-in-success': '服务返回错误',
    'too-large': '响应过大',
    'unknown-encoding': '编码无法识别',
    'untrusted-certificate': '证书不受信任',
    'proxy-refused': '代理服务器拒绝连接',
    'unknown-status': '状态无法识别',
    'no-new-keys': '登录未能续期',
  },
  stillRunning: '仍在运行',
  status: (status) => STATUSES[status],
  faults: {
    connection: '无法建立连接',
    timeout: '15 秒内未收到完整响应',
    cut: '响应中途断开',
    'unexpected-body': '响应不是服务文档中约定的 JSON',
    'http-status': '服务暂时无法响应',
    throttled: '该用户的请求过多，已触发服务流控',
    unauthorized: '认证失败：服务拒绝了当前凭据',
    forbidden: '当前凭据没有此操作的权限',
    'no-such-api': '该地址上没有此 API',
    rejected: '服务拒绝了请求',
    redirected: '该地址返回重定向，本 Action 不会跟随重定向',
    'error-in-success': '服务返回了错误',
    'too-large': '响应超过 8 MiB',
    'unknown-encoding': '无法识别响应的内容编码',
    'untrusted-certificate': '服务器证书不受信任',
    'proxy-refused': '代理服务器拒绝连接',
  },
  noNewKeys: (service) => `临时密钥已失效，${service} 未签发新的密钥`,
  nextSteps: {
    'fix-subtasks': '请修复上述错误，再重新部署。',
    'read-job-log': '请在 DataArts Factory 中打开作业 {job}，查看其日志，再重新部署。',
    'stop-job':
      '如果作业 {job} 正在 DataArts Factory 中运行，请先停止该作业（运行中的作业无法覆盖），然后重新部署。',
    'failed-early': '任务在执行第一个子任务之前就已失败。请检查要导入的文件或要启动的解决方案，再重新部署。',
    'failed-silently': '没有子任务报告失败。请在 DataArts Factory 中查看该任务，再重新部署。',
    'obs-file': '请确认该 OBS 路径下有此文件，桶与任务在同一区域，且用户有权读取该桶，再重新部署。',
    'check-warning': '请在 DataArts Factory 中查看告警；如可接受，请将 fail-on-warning 设为 false。',
    'check-place':
      '请检查 task-id：“立即执行作业”返回的 instanceId 不是任务 ID。再检查 workspace、project 和 region：任务 ID 即使有效，在其他工作空间中也查不到。',
    'raise-timeout':
      '请在 DataArts Factory 中查看该任务。如果只是执行较慢，请调大 timeout，再次等待该任务，不要重新导入。',
    'set-timeout': '如需等待该任务，请设置 timeout（如 15m），不要重新导入。',
    'report-status': '请在 DataArts Factory 中查看该任务，并将此状态反馈给本 Action 的维护者。',
    'wait-again':
      '任务仍会在 DataArts Factory 中继续执行。如需得知结果，请用任务 ID 再次等待，不要重新导入。',
    'check-reach': '请检查 region 或 endpoint，以及运行器能否访问该地址（HTTPS_PROXY、NO_PROXY）。',
    'check-network': '请检查运行器与服务之间的网络。',
    'check-gateway': '请检查 region 或 endpoint：响应可能并非来自 DataArts Factory。',
    'check-service': '请查看服务状态页，然后再次等待该任务，不要重新导入。',
    'check-backend': 'DataArts Factory 后端不可用或响应过慢。请在几分钟后再次等待该任务，不要重新导入。',
    'check-iam': '该区域的 IAM 不可用。请在几分钟后再次等待该任务，不要重新导入。',
    'check-quota': '请检查是否有其他程序占用了该用户每秒 10 次的请求配额。',
    'check-credential': `请检查认证凭据，${CLOCK}`,
    'check-access-key': `请求使用{credential}签名。请检查两者是否正确、密钥是否已启用，${CLOCK}`,
    'check-temporary-key': `请求使用{credential}签名。该临时密钥可能已过期，或安全令牌与密钥不匹配。请先核对这两项，${CLOCK}`,
    'check-token': '请检查{credential}是否已过期（有效期最长 24 小时），以及是否由本区域、本项目签发。',
    'check-federated-user': `请求使用{credential}的临时密钥签名。请检查 region、endpoint 与 iam-endpoint 是否属于同一个云，${CLOCK}`,
    'check-trust-agency': `请求使用{credential}的临时密钥签名。请检查 region、endpoint 与 sts-endpoint 是否属于同一个云，${CLOCK}`,
    'check-locked-key': '因连续 5 次签名错误，访问密钥已被锁定。请等待 5 分钟，再检查{credential}是否正确。',
    'check-clock': '请检查运行器的系统时间：与服务端相差超过 15 分钟。',
    'check-permissions':
      '当前使用{credential}登录。请检查 project、该用户的 IAM 权限，以及其在工作空间中的角色。',
    'join-workspace':
      '已使用{credential}登录，但该委托不是工作空间的成员。工作空间只接受用户和用户组，请改用联邦用户登录（docs/authentication.md, "Federated user" ）。',
    'check-project': '请检查 project：该项目不可用。',
    'check-workspace': '请检查 workspace：此项目中没有该工作空间。',
    'check-parameters': '请检查 task-id、workspace 和 project：其中有参数无效。',
    'check-request': '请检查 task-id、workspace 和 project。',
    'check-address': '请检查 region 或 endpoint。',
    'check-api': '请检查 region 或 endpoint：该地址上没有此 API。',
    'check-certificate': '请检查 endpoint；如果证书由私有 CA 签发，请设置 NODE_EXTRA_CA_CERTS。',
    'check-proxy': '请检查 HTTPS_PROXY 中的用户名和密码。',
    'fix-inputs': '请在工作流中修正输入，再重新运行作业。尚未发送任何请求。',
    'fix-sign-in': '请修正登录设置，再重新运行作业。尚未查询任务状态。',
    'report-bug': '请将此错误反馈给本 Action 的维护者。任务状态可能尚未查询。',
  },
  credential(used) {
    if (used === undefined) return '认证凭据'
    const names = used.from.match(/`[^`]+`/g) ?? []
    return names.length === 0 ? CREDENTIALS[used.kind] : ` ${names.join(' 和 ')} `
  },
  see: (citation) => `详见 ${citation}`,

  headings: {
    none: '未开始等待 DLF 系统任务',
    one: (verdict) => `DLF 系统任务：${verdict}`,
    failed(failed, all, by) {
      const of = `${grouped(all)} 个任务中有 ${grouped(failed)} 个`
      const [first, ...others] = by
      if (first !== undefined && others.length === 0) return of + first[1]
      return `${of}未成功：${by.map(([count, verdict]) => `${grouped(count)} 个${verdict}`).join('、')}`
    },
    warned: (warned, all) => `${grouped(all)} 个任务中有 ${grouped(warned)} 个已完成（有告警）`,
    succeeded: (all) => `DLF 系统任务：${grouped(all)} 个全部成功`,
  },
  task: (id) => `系统任务 ${id}`,
  endings: {
    successful: ' 执行成功',
    warning: ' 已完成，但有告警',
    failed: ' 执行失败',
    notFound: ' 在该工作空间中不存在',
    checkedOnce: (status) => ` 尚未结束，查询时的状态为“${status}”`,
    timedOut: (limit, status) => `：等待 ${limit}后仍未结束，当时的状态为“${status}”`,
    unknownStatus: (status) => ` 处于未知状态“${status}”`,
    notChecked: (why) => `：状态查询失败。${why}`,
    cancelled: '：未等到结束，本次运行已被取消',
    failFast: '：未等到结束，另一个任务已失败（fail-fast）',
  },
  success({ id, name, durationMs, subtasks }) {
    const what = name === undefined ? `系统任务 ${id} ` : `系统任务 ${id}（${name}）`
    const time = durationMs === undefined ? '' : `，用时 ${duration(durationMs)}`
    return `${what}执行成功${time}${subtasks === 0 ? '' : `，共 ${grouped(subtasks)} 个子任务`}。`
  },
  successes: (tasks, elapsedMs) => `${grouped(tasks)} 个系统任务全部成功，用时 ${duration(elapsedMs)}。`,
  badSubtasks: (verdict, bad, all) =>
    `${grouped(all)} 个子任务中有 ${grouped(bad)} 个${verdict === 'FAILED' ? '失败' : '告警'}`,
  andMore: (list, hidden) => `${list}，另有 ${grouped(hidden)} 个`,
  request: (id) => `请求 ID ${id}`,
  askedAt: ({ endpoint, project, workspace }) =>
    `查询范围：项目 ${project}，${workspace === undefined ? '默认工作空间' : `工作空间 ${workspace}`}，终端节点 ${endpoint} 。`,
  statistics: ({ elapsedMs, timeoutMs, polls, faults, throttles }) =>
    [
      timeoutMs === 0 ? '单次查询' : `等待 ${duration(elapsedMs)}（上限 ${duration(timeoutMs)}）`,
      polls === 0 ? '未轮询' : `轮询 ${grouped(polls)} 次`,
      ...(faults > 0 ? [`请求失败 ${grouped(faults)} 次`] : []),
      ...(throttles > 0 ? [`触发流控 ${grouped(throttles)} 次`] : []),
    ].join('，'),
  subtaskCounts: (counts) => `${grouped(totalOf(counts))} 个子任务：${byStatus(counts)}`,
  moreSubtasks: (counts) => `其余 ${grouped(totalOf(counts))} 个子任务：${byStatus(counts)}`,
  subtasksNotShown: (counts) =>
    `另有 ${grouped(totalOf(counts))} 个子任务未显示（${byStatus(counts)}）：超出摘要容量。`,
  moreTasks: (count) => `其余 ${grouped(count)} 个任务`,
  tasksNotShown: (count) => `另有 ${grouped(count)} 个任务仅列在总览中：摘要最多 1 MiB。`,
  textsCut: '较长的文本已截断：摘要最多 1 MiB。',
  rest(tasks, subtasks) {
    const parts = [
      ...(tasks > 0 ? [`${grouped(tasks)} 个任务`] : []),
      ...(subtasks > 0 ? [`${grouped(subtasks)} 个失败的子任务`] : []),
    ]
    return parts.length === 0 ? '' : `另有 ${parts.join('、')}，见作业摘要。`
  },
  noReason: '服务未给出原因。',
  subtaskOf: (subtaskId, taskId) => `系统任务 ${taskId} 的子任务 ${subtaskId}`,
  annotationTitles: { subtask: '子任务失败', warning: 'DLF 系统任务已完成（有告警）' },
  labels: {
    verdict: '结果',
    task: '任务',
    name: '名称',
    message: '消息',
    code: '错误码',
    request: '请求 ID',
    quoted: '网关收到的规范请求',
    project: '项目',
    workspace: '工作空间',
    defaultWorkspace: '默认',
    region: '区域',
    endpoint: '终端节点',
    started: '开始时间',
    ended: '结束时间',
    duration: '耗时',
    noticed: '检测时间',
    subtask: '子任务',
    subtasks: '子任务',
    lastUpdate: '更新时间（UTC）',
    timeline: '时间线（UTC）',
    details: '详情',
    nextStep: '下一步',
  },
}

function duration(ms: number): string {
  return formatDuration(ms).replace(/ms|[smhd]/g, (unit) => ` ${UNITS[unit as keyof typeof UNITS]}`)
}

function byStatus(counts: SubtaskCounts): string {
  const groups = SUBTASK_GROUPS.filter((group) => counts[group] > 0)
  return groups
    .map((group) => {
      if (groups.length > 1) return `${grouped(counts[group])} 个${STATUSES[group]}`
      return counts[group] === 1 ? STATUSES[group] : `全部${STATUSES[group]}`
    })
    .join('、')
}
