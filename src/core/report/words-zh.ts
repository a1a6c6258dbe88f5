import { formatDuration } from '../text/duration.ts'
import { type SubtaskCounts, totalOf } from './subtask-counts.ts'
import type { Words } from './words.ts'

const NUMBERS = new Intl.NumberFormat('zh-CN')
const UNITS = { ms: '毫秒', s: '秒', m: '分钟', h: '小时', d: '天' } as const

/** The Chinese words, as Huawei Cloud's console and documentation use them. */
export const chinese: Words = {
  punctuation: { colon: '：', semicolon: '；', comma: '、', stop: '。', open: '（', close: '）' },
  duration,
  number,
  verdicts: {
    FAILED: '失败',
    NOT_FOUND: '不存在',
    ERROR: '状态未知',
    TIMED_OUT: '等待超时',
    CANCELLED: '已取消等待',
    WARNING: '结束但有告警',
    SUCCESSFUL: '成功',
  },
  statuses: {
    FAILED: '失败',
    NOT_FOUND: '不存在',
    ERROR: '查询失败',
    TIMED_OUT: '等待超时',
    CANCELLED: '已取消等待',
    WARNING: '告警',
    RUNNING: '运行中',
    SUCCESSFUL: '成功',
  },
  faults: {
    connection: '无法建立连接',
    timeout: '15 秒内未收到完整响应',
    cut: '响应中途断开',
    'unexpected-body': '响应不是服务文档中约定的 JSON',
    'http-status': '服务暂时无法响应',
    throttled: '请求过多，触发服务流控',
    unauthorized: '服务未接受所提供的认证凭据',
    forbidden: '当前凭据没有此操作的权限',
    'no-such-api': '该地址上没有此 API',
    rejected: '服务拒绝了请求',
    redirected: '该地址返回重定向，本 Action 不跟随重定向',
    'error-in-success': '服务返回了错误',
    'too-large': '响应超过 8 MiB',
    'unknown-encoding': '无法识别响应的内容编码',
    'untrusted-certificate': '服务器证书不受信任',
    'proxy-refused': '代理服务器拒绝连接',
  },
  nextSteps: {
    'mend-subtasks': '请先处理失败子任务指出的问题，再重新部署。',
    'failed-early': '任务在执行第一个子任务之前就已失败：请检查要导入或启动的内容，再重新部署。',
    'failed-silently': '没有子任务上报失败：请在 DataArts Factory 中查看该任务，再重新部署。',
    'obs-file': '请确认该 OBS 路径下有此文件、桶与任务在同一区域，且用户有读取权限，再重新部署。',
    'look-at-warning': '请在 DataArts Factory 中查看告警；如可接受，将 fail-on-warning 设为 false。',
    'check-place':
      '请检查 task-id（立即执行作业返回的 instanceId 不是任务 ID）、workspace、project 和 region：工作空间不对时，正确的 ID 也会显示不存在。',
    'raise-timeout':
      '请在 DataArts Factory 中查看该任务；如果只是较慢，请调大 timeout 后再次等待，不要重新导入。',
    'report-status': '请在 DataArts Factory 中查看该任务，并将此状态反馈给本 Action 的维护者。',
    'run-again':
      '任务仍会在 DataArts Factory 中继续执行；如需得知结果，请用其任务 ID 再次等待，不要重新导入。',
    'check-reach': '请检查 region 或 endpoint，以及运行器能否访问该地址（HTTPS_PROXY、NO_PROXY）。',
    'check-network': '请检查运行器与服务之间的网络。',
    'check-stranger': '请检查 region 或 endpoint：应答的可能不是 DataArts Factory。',
    'check-service': '请确认服务是否正常，然后再次等待该任务，不要重新导入。',
    'check-backend': 'DataArts Factory 后端不可用或超时：请几分钟后再次等待该任务，不要重新导入。',
    'check-iam': '该区域的 IAM 不可用：请几分钟后再次等待该任务，不要重新导入。',
    'check-quota': '请检查是否有其他程序占用了该用户的请求配额（每秒 10 次）。',
    'check-credential': '请检查认证凭据：access-key-id 与 secret-access-key，或 token。',
    'check-key':
      '请检查 access-key-id 与 secret-access-key，或 token：凭据未被接受（临时密钥还需要 security-token；token 有效期 24 小时，且仅限所属区域）。',
    'check-token': '请检查 token：已过期（有效期 24 小时），或不是在本区域获取的。',
    'check-locked-key':
      '请检查 secret-access-key（或对应的环境变量），并等待 5 分钟：连续 5 次签名错误已使访问密钥被锁定。',
    'check-clock': '请检查运行器的系统时间：与服务端相差超过 15 分钟。',
    'check-permissions': '请检查 project，以及该用户或委托的身份策略和在工作空间中的角色。',
    'check-account': '请检查该账号的 DataArts Factory 权限。',
    'check-project': '请检查 project：该项目不可用。',
    'check-workspace': '请检查 workspace：此项目中没有该工作空间。',
    'check-parameters': '请检查 task-id、workspace 和 project：有参数不合法。',
    'check-request': '请检查 task-id、workspace 和 project。',
    'check-address': '请检查 region 或 endpoint。',
    'check-api': '请检查 region 或 endpoint：该地址上没有此 API。',
    'check-certificate': '请检查 endpoint；私有 CA 请设置 NODE_EXTRA_CA_CERTS。',
    'check-proxy': '请检查 HTTPS_PROXY 中的用户名和密码。',
  },

  headings: {
    none: '未能开始等待 DLF 系统任务',
    one: (verdict) => `DLF 系统任务：${verdict}`,
    several: (alike, all, verdict) =>
      `DLF 系统任务：共 ${number(all)} 个，其中 ${number(alike)} 个${verdict}`,
  },
  task: (id) => `系统任务 ${id} `,
  endings: {
    successful: '执行成功',
    warning: '已结束，但有告警',
    failed: '执行失败',
    notFound: '不存在',
    notEnded: (status) => `尚未结束，当前状态为 ${status}`,
    timedOut: (limit, status) => `在 ${limit}的等待时限内未结束，当时状态为 ${status}`,
    unknownStatus: (status) => `处于未知状态“${status}”`,
    notLearnt: (why) => `状态查询失败：${why}`,
    cancelled: '不再等待：本次运行已被取消',
    failFast: '不再等待：另一个任务已失败（fail-fast）',
  },
  badSubtasks: (verdict, bad, all) =>
    `${number(all)} 个子任务中有 ${number(bad)} 个${verdict === 'FAILED' ? '失败' : '告警'}`,
  andMore: (list, hidden) => `${list}，另有 ${number(hidden)} 个`,
  request: (id) => `请求 ID ${id}`,
  askedAt: ({ endpoint, project, workspace }) =>
    `查询地址：${endpoint}，项目 ${project}，${workspace === undefined ? '默认工作空间' : `工作空间 ${workspace}`}。`,
  statistics: ({ elapsedMs, timeoutMs, polls, faults, throttles }) =>
    [
      `等待 ${duration(elapsedMs)}（上限 ${duration(timeoutMs)}）`,
      polls === 0 ? '未轮询' : `轮询 ${number(polls)} 次`,
      ...(faults > 0 ? [`请求失败 ${number(faults)} 次`] : []),
      ...(throttles > 0 ? [`被流控 ${number(throttles)} 次`] : []),
    ].join('，'),
  subtaskCounts: (counts) => `${number(totalOf(counts))} 个子任务：${byStatus(counts)}`,
  moreSubtasks: (counts) => `其余 ${number(totalOf(counts))} 个子任务：${byStatus(counts)}`,
  subtasksNotShown: (counts) =>
    `另有 ${number(totalOf(counts))} 个子任务未显示（${byStatus(counts)}）：摘要最多 1 MiB。`,
  moreTasks: (count) => `其余 ${number(count)} 个任务`,
  tasksNotShown: (count) => `另有 ${number(count)} 个任务仅列在总览中：摘要最多 1 MiB。`,
  textsCut: '较长的文本已截断：摘要最多 1 MiB。',
  rest(tasks, subtasks) {
    const parts = [
      ...(tasks > 0 ? [`${number(tasks)} 个任务`] : []),
      ...(subtasks > 0 ? [`${number(subtasks)} 个失败的子任务`] : []),
    ]
    return parts.length === 0 ? '' : `另有 ${parts.join('、')}，详见摘要。`
  },
  noReason: '服务未给出原因。',
  subtaskOf: (subtaskId, taskId) => `系统任务 ${taskId} 的子任务 ${subtaskId}`,
  annotationTitles: { subtask: '子任务失败', warning: 'DLF 系统任务结束但有告警' },
  labels: {
    verdict: '结果',
    task: '任务 ID',
    name: '名称',
    message: '消息',
    code: '错误码',
    request: '请求 ID',
    quoted: '网关引用的请求',
    project: '项目',
    workspace: '工作空间',
    defaultWorkspace: '默认',
    region: '区域',
    endpoint: '终端节点',
    started: '开始时间',
    ended: '结束时间',
    duration: '耗时',
    noticed: '获知时间',
    subtask: '子任务',
    subtasks: '子任务',
    lastUpdate: '更新时间（UTC）',
    timeline: '时间线（UTC）',
    details: '详情',
    nextStep: '下一步',
  },
}

function number(count: number): string {
  return NUMBERS.format(count)
}

function duration(ms: number): string {
  return formatDuration(ms).replace(/ms|[smhd]/g, (unit) => ` ${UNITS[unit as keyof typeof UNITS]}`)
}

function byStatus({ FAILED, WARNING, RUNNING, OTHER, SUCCESSFUL }: SubtaskCounts): string {
  const parts = [
    [FAILED, '失败'],
    [WARNING, '告警'],
    [RUNNING, '运行中'],
    [OTHER, '其他状态'],
    [SUCCESSFUL, '成功'],
  ] as const
  return parts.flatMap(([count, word]) => (count === 0 ? [] : [`${number(count)} 个${word}`])).join('、')
}
