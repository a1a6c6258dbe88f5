import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 770:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__(218);


/***/ }),

/***/ 218:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var net = __nccwpck_require__(9278);
var tls = __nccwpck_require__(4756);
var http = __nccwpck_require__(8611);
var https = __nccwpck_require__(5692);
var events = __nccwpck_require__(4434);
var assert = __nccwpck_require__(2613);
var util = __nccwpck_require__(9023);


exports.httpOverHttp = httpOverHttp;
exports.httpsOverHttp = httpsOverHttp;
exports.httpOverHttps = httpOverHttps;
exports.httpsOverHttps = httpsOverHttps;


function httpOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  return agent;
}

function httpsOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}

function httpOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  return agent;
}

function httpsOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}


function TunnelingAgent(options) {
  var self = this;
  self.options = options || {};
  self.proxyOptions = self.options.proxy || {};
  self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
  self.requests = [];
  self.sockets = [];

  self.on('free', function onFree(socket, host, port, localAddress) {
    var options = toOptions(host, port, localAddress);
    for (var i = 0, len = self.requests.length; i < len; ++i) {
      var pending = self.requests[i];
      if (pending.host === options.host && pending.port === options.port) {
        // Detect the request to connect same origin server,
        // reuse the connection.
        self.requests.splice(i, 1);
        pending.request.onSocket(socket);
        return;
      }
    }
    socket.destroy();
    self.removeSocket(socket);
  });
}
util.inherits(TunnelingAgent, events.EventEmitter);

TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
  var self = this;
  var options = mergeOptions({request: req}, self.options, toOptions(host, port, localAddress));

  if (self.sockets.length >= this.maxSockets) {
    // We are over limit so we'll add it to the queue.
    self.requests.push(options);
    return;
  }

  // If we are under maxSockets create a new one.
  self.createSocket(options, function(socket) {
    socket.on('free', onFree);
    socket.on('close', onCloseOrRemove);
    socket.on('agentRemove', onCloseOrRemove);
    req.onSocket(socket);

    function onFree() {
      self.emit('free', socket, options);
    }

    function onCloseOrRemove(err) {
      self.removeSocket(socket);
      socket.removeListener('free', onFree);
      socket.removeListener('close', onCloseOrRemove);
      socket.removeListener('agentRemove', onCloseOrRemove);
    }
  });
};

TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
  var self = this;
  var placeholder = {};
  self.sockets.push(placeholder);

  var connectOptions = mergeOptions({}, self.proxyOptions, {
    method: 'CONNECT',
    path: options.host + ':' + options.port,
    agent: false,
    headers: {
      host: options.host + ':' + options.port
    }
  });
  if (options.localAddress) {
    connectOptions.localAddress = options.localAddress;
  }
  if (connectOptions.proxyAuth) {
    connectOptions.headers = connectOptions.headers || {};
    connectOptions.headers['Proxy-Authorization'] = 'Basic ' +
        new Buffer(connectOptions.proxyAuth).toString('base64');
  }

  debug('making CONNECT request');
  var connectReq = self.request(connectOptions);
  connectReq.useChunkedEncodingByDefault = false; // for v0.6
  connectReq.once('response', onResponse); // for v0.6
  connectReq.once('upgrade', onUpgrade);   // for v0.6
  connectReq.once('connect', onConnect);   // for v0.7 or later
  connectReq.once('error', onError);
  connectReq.end();

  function onResponse(res) {
    // Very hacky. This is necessary to avoid http-parser leaks.
    res.upgrade = true;
  }

  function onUpgrade(res, socket, head) {
    // Hacky.
    process.nextTick(function() {
      onConnect(res, socket, head);
    });
  }

  function onConnect(res, socket, head) {
    connectReq.removeAllListeners();
    socket.removeAllListeners();

    if (res.statusCode !== 200) {
      debug('tunneling socket could not be established, statusCode=%d',
        res.statusCode);
      socket.destroy();
      var error = new Error('tunneling socket could not be established, ' +
        'statusCode=' + res.statusCode);
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    if (head.length > 0) {
      debug('got illegal response body from proxy');
      socket.destroy();
      var error = new Error('got illegal response body from proxy');
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    debug('tunneling connection has established');
    self.sockets[self.sockets.indexOf(placeholder)] = socket;
    return cb(socket);
  }

  function onError(cause) {
    connectReq.removeAllListeners();

    debug('tunneling socket could not be established, cause=%s\n',
          cause.message, cause.stack);
    var error = new Error('tunneling socket could not be established, ' +
                          'cause=' + cause.message);
    error.code = 'ECONNRESET';
    options.request.emit('error', error);
    self.removeSocket(placeholder);
  }
};

TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
  var pos = this.sockets.indexOf(socket)
  if (pos === -1) {
    return;
  }
  this.sockets.splice(pos, 1);

  var pending = this.requests.shift();
  if (pending) {
    // If we have pending requests and a socket gets closed a new one
    // needs to be created to take over in the pool for the one that closed.
    this.createSocket(pending, function(socket) {
      pending.request.onSocket(socket);
    });
  }
};

function createSecureSocket(options, cb) {
  var self = this;
  TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
    var hostHeader = options.request.getHeader('host');
    var tlsOptions = mergeOptions({}, self.options, {
      socket: socket,
      servername: hostHeader ? hostHeader.replace(/:.*$/, '') : options.host
    });

    // 0 is dummy port for v0.6
    var secureSocket = tls.connect(0, tlsOptions);
    self.sockets[self.sockets.indexOf(socket)] = secureSocket;
    cb(secureSocket);
  });
}


function toOptions(host, port, localAddress) {
  if (typeof host === 'string') { // since v0.10
    return {
      host: host,
      port: port,
      localAddress: localAddress
    };
  }
  return host; // for v0.11 or later
}

function mergeOptions(target) {
  for (var i = 1, len = arguments.length; i < len; ++i) {
    var overrides = arguments[i];
    if (typeof overrides === 'object') {
      var keys = Object.keys(overrides);
      for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
        var k = keys[j];
        if (overrides[k] !== undefined) {
          target[k] = overrides[k];
        }
      }
    }
  }
  return target;
}


var debug;
if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
  debug = function() {
    var args = Array.prototype.slice.call(arguments);
    if (typeof args[0] === 'string') {
      args[0] = 'TUNNEL: ' + args[0];
    } else {
      args.unshift('TUNNEL:');
    }
    console.error.apply(console, args);
  }
} else {
  debug = function() {};
}
__webpack_unused_export__ = debug; // for test


/***/ }),

/***/ 3936:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Yj: () => (/* binding */ LANGUAGES),
  DZ: () => (/* binding */ messages),
  kP: () => (/* binding */ messagesFor)
});

// EXTERNAL MODULE: ./src/core/task/subtask-counts.ts
var subtask_counts = __nccwpck_require__(4679);
// EXTERNAL MODULE: ./src/core/task/subtask-work.ts
var subtask_work = __nccwpck_require__(7502);
// EXTERNAL MODULE: ./src/core/report/next-step.ts
var next_step = __nccwpck_require__(5376);
// EXTERNAL MODULE: ./src/core/report/report.ts
var report_report = __nccwpck_require__(4702);
// EXTERNAL MODULE: ./src/core/report/sentences.ts
var sentences = __nccwpck_require__(5640);
// EXTERNAL MODULE: ./src/core/text/plain.ts
var plain = __nccwpck_require__(8331);
// EXTERNAL MODULE: ./src/core/report/words-en.ts
var words_en = __nccwpck_require__(7111);
// EXTERNAL MODULE: ./src/core/text/duration.ts
var duration = __nccwpck_require__(2691);
// EXTERNAL MODULE: ./src/core/text/number.ts
var number = __nccwpck_require__(266);
;// CONCATENATED MODULE: ./src/core/report/words-zh.ts



const UNITS = { ms: '毫秒', s: '秒', m: '分钟', h: '小时', d: '天' };
const CLOCK = '再检查运行器的系统时间：与服务端的时差不得超过 15 分钟。';
const CREDENTIALS = {
    'access-key': '访问密钥',
    'temporary-key': '临时访问密钥',
    token: 'Token',
    'federated-user': '联邦用户',
    'trust-agency': '信任委托',
};
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
};
const chinese = {
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
    join: (sentences) => sentences.reduce((text, sentence) => (/(?:^|[：。！？])$/.test(text) ? text + sentence : `${text} ${sentence}`), ''),
    duration: words_zh_duration,
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
        'stop-job': '如果作业 {job} 正在 DataArts Factory 中运行，请先停止该作业（运行中的作业无法覆盖），然后重新部署。',
        'failed-early': '任务在执行第一个子任务之前就已失败。请检查要导入的文件或要启动的解决方案，再重新部署。',
        'failed-silently': '没有子任务报告失败。请在 DataArts Factory 中查看该任务，再重新部署。',
        'obs-file': '请确认该 OBS 路径下有此文件，桶与任务在同一区域，且用户有权读取该桶，再重新部署。',
        'check-warning': '请在 DataArts Factory 中查看告警；如可接受，请将 fail-on-warning 设为 false。',
        'check-place': '请检查 task-id：“立即执行作业”返回的 instanceId 不是任务 ID。再检查 workspace、project 和 region：任务 ID 即使有效，在其他工作空间中也查不到。',
        'raise-timeout': '请在 DataArts Factory 中查看该任务。如果只是执行较慢，请调大 timeout，再次等待该任务，不要重新导入。',
        'set-timeout': '如需等待该任务，请设置 timeout（如 15m），不要重新导入。',
        'report-status': '请在 DataArts Factory 中查看该任务，并将此状态反馈给本 Action 的维护者。',
        'wait-again': '任务仍会在 DataArts Factory 中继续执行。如需得知结果，请用任务 ID 再次等待，不要重新导入。',
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
        'check-permissions': '当前使用{credential}登录。请检查 project、该用户的 IAM 权限，以及其在工作空间中的角色。',
        'join-workspace': '已使用{credential}登录，但该委托不是工作空间的成员。工作空间只接受用户和用户组，请改用联邦用户登录（docs/authentication.md, "Federated user" ）。',
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
        if (used === undefined)
            return '认证凭据';
        const names = used.from.match(/`[^`]+`/g) ?? [];
        return names.length === 0 ? CREDENTIALS[used.kind] : ` ${names.join(' 和 ')} `;
    },
    see: (citation) => `详见 ${citation}`,
    headings: {
        none: '未开始等待 DLF 系统任务',
        one: (verdict) => `DLF 系统任务：${verdict}`,
        failed(failed, all, by) {
            const of = `${(0,number/* grouped */.z)(all)} 个任务中有 ${(0,number/* grouped */.z)(failed)} 个`;
            const [first, ...others] = by;
            if (first !== undefined && others.length === 0)
                return of + first[1];
            return `${of}未成功：${by.map(([count, verdict]) => `${(0,number/* grouped */.z)(count)} 个${verdict}`).join('、')}`;
        },
        warned: (warned, all) => `${(0,number/* grouped */.z)(all)} 个任务中有 ${(0,number/* grouped */.z)(warned)} 个已完成（有告警）`,
        succeeded: (all) => `DLF 系统任务：${(0,number/* grouped */.z)(all)} 个全部成功`,
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
        const what = name === undefined ? `系统任务 ${id} ` : `系统任务 ${id}（${name}）`;
        const time = durationMs === undefined ? '' : `，用时 ${words_zh_duration(durationMs)}`;
        return `${what}执行成功${time}${subtasks === 0 ? '' : `，共 ${(0,number/* grouped */.z)(subtasks)} 个子任务`}。`;
    },
    successes: (tasks, elapsedMs) => `${(0,number/* grouped */.z)(tasks)} 个系统任务全部成功，用时 ${words_zh_duration(elapsedMs)}。`,
    badSubtasks: (verdict, bad, all) => `${(0,number/* grouped */.z)(all)} 个子任务中有 ${(0,number/* grouped */.z)(bad)} 个${verdict === 'FAILED' ? '失败' : '告警'}`,
    andMore: (list, hidden) => `${list}，另有 ${(0,number/* grouped */.z)(hidden)} 个`,
    request: (id) => `请求 ID ${id}`,
    askedAt: ({ endpoint, project, workspace }) => `查询范围：项目 ${project}，${workspace === undefined ? '默认工作空间' : `工作空间 ${workspace}`}，终端节点 ${endpoint} 。`,
    statistics: ({ elapsedMs, timeoutMs, polls, faults, throttles }) => [
        timeoutMs === 0 ? '单次查询' : `等待 ${words_zh_duration(elapsedMs)}（上限 ${words_zh_duration(timeoutMs)}）`,
        polls === 0 ? '未轮询' : `轮询 ${(0,number/* grouped */.z)(polls)} 次`,
        ...(faults > 0 ? [`请求失败 ${(0,number/* grouped */.z)(faults)} 次`] : []),
        ...(throttles > 0 ? [`触发流控 ${(0,number/* grouped */.z)(throttles)} 次`] : []),
    ].join('，'),
    subtaskCounts: (counts) => `${(0,number/* grouped */.z)((0,subtask_counts/* totalOf */.e6)(counts))} 个子任务：${byStatus(counts)}`,
    moreSubtasks: (counts) => `其余 ${(0,number/* grouped */.z)((0,subtask_counts/* totalOf */.e6)(counts))} 个子任务：${byStatus(counts)}`,
    subtasksNotShown: (counts) => `另有 ${(0,number/* grouped */.z)((0,subtask_counts/* totalOf */.e6)(counts))} 个子任务未显示（${byStatus(counts)}）：超出摘要容量。`,
    moreTasks: (count) => `其余 ${(0,number/* grouped */.z)(count)} 个任务`,
    tasksNotShown: (count) => `另有 ${(0,number/* grouped */.z)(count)} 个任务仅列在总览中：摘要最多 1 MiB。`,
    textsCut: '较长的文本已截断：摘要最多 1 MiB。',
    rest(tasks, subtasks) {
        const parts = [
            ...(tasks > 0 ? [`${(0,number/* grouped */.z)(tasks)} 个任务`] : []),
            ...(subtasks > 0 ? [`${(0,number/* grouped */.z)(subtasks)} 个失败的子任务`] : []),
        ];
        return parts.length === 0 ? '' : `另有 ${parts.join('、')}，见作业摘要。`;
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
};
function words_zh_duration(ms) {
    return (0,duration/* formatDuration */.a)(ms).replace(/ms|[smhd]/g, (unit) => ` ${UNITS[unit]}`);
}
function byStatus(counts) {
    const groups = subtask_counts/* SUBTASK_GROUPS */.lW.filter((group) => counts[group] > 0);
    return groups
        .map((group) => {
        if (groups.length > 1)
            return `${(0,number/* grouped */.z)(counts[group])} 个${STATUSES[group]}`;
        return counts[group] === 1 ? STATUSES[group] : `全部${STATUSES[group]}`;
    })
        .join('、');
}

;// CONCATENATED MODULE: ./src/core/report/messages.ts








const MAX_ADVICE = 1000;
const MAX_NAME = 200;
const WORDS = { en: words_en/* english */.x, zh: chinese };
const LANGUAGES = Object.keys(WORDS);
function messagesFor(language) {
    const words = WORDS[language];
    return {
        words,
        heading: (report) => heading(words, report),
        outcome: (task, step) => words.sentence((0,sentences/* ending */.K1)(words, task, step) + (0,sentences/* aside */.HU)(words, (0,sentences/* taskFacts */.Xi)(task))),
        failure: (task, step) => failure(words, task, step),
        nextStep: (task, step) => nextStep(words, task, step),
        setupStep: (report) => setupStep(words, report),
        guide: (task, step) => guide(words, (0,next_step/* nextStepOf */.Vt)(task, step)),
        setupGuide: (report) => guide(words, report.nextStep),
        fault: (fault) => faultText(words, fault),
        advice: (fault, used) => nameCredential(words, (0,next_step/* nextStepAfter */.UB)(fault, used), used),
        stepFailure: (report, unnamedSubtasks) => stepFailure(words, report, unnamedSubtasks),
        subtaskFailure: (subtask) => subtaskFailure(words, subtask),
        result: (report) => result(words, report),
    };
}
const messages = messagesFor('en');
function heading(words, report) {
    const { problems, tasks } = report;
    const { headings } = words;
    const [first, ...others] = (0,report_report/* tasksBySeverity */.jO)(report);
    if (problems.length > 0 || first === undefined)
        return headings.none;
    if (others.length === 0)
        return headings.one(verdict(words, first, report));
    const failing = tasks.filter(({ failsStep }) => failsStep);
    if (failing.length > 0)
        return headings.failed(failing.length, tasks.length, verdictCounts(words, report));
    const warned = tasks.filter((task) => task.verdict === 'WARNING').length;
    return warned > 0 ? headings.warned(warned, tasks.length) : headings.succeeded(tasks.length);
}
function verdictCounts(words, report) {
    const counts = new Map();
    for (const task of (0,report_report/* tasksBySeverity */.jO)(report).filter(({ failsStep }) => failsStep)) {
        const word = verdict(words, task, report);
        counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    return Array.from(counts, ([word, count]) => [count, word]);
}
function verdict(words, { verdict, end }, { timeoutMs }) {
    switch (end.kind) {
        case 'refused':
        case 'unreachable':
            return words.errors[end.fault.signIn === undefined ? end.fault.reason : 'no-new-keys'];
        case 'unknown-status':
            return words.errors['unknown-status'];
        case 'timed-out':
            return timeoutMs === 0 ? words.stillRunning : words.verdicts[verdict];
        case 'answered':
        case 'not-found':
        case 'cancelled':
            return words.verdicts[verdict];
    }
}
function failure(words, task, step) {
    const known = [...(0,sentences/* taskFacts */.Xi)(task), ...(0,sentences/* requestFact */.a8)(words, task.requestId)];
    const said = words.task(task.id) + (0,sentences/* ending */.K1)(words, task, step) + (0,sentences/* aside */.HU)(words, known) + words.punctuation.stop;
    const next = (0,next_step/* nextStepOf */.Vt)(task, step);
    const reason = next === 'read-job-log' || next === 'stop-job' ? words.noReason : '';
    return (0,sentences/* joined */.oR)(words, [said, reason, nextStep(words, task, step)]);
}
function nextStep(words, task, step) {
    const own = (0,report_report/* faultOfEnd */.HY)(task.end)?.advice;
    if (own !== undefined)
        return (0,plain/* plainText */.wh)(own, MAX_ADVICE);
    const next = (0,next_step/* nextStepOf */.Vt)(task, step);
    if (next === undefined)
        return '';
    const sentence = nameCredential(words, next, step.place?.credential);
    const [first] = task.subtasks;
    return first === undefined ? sentence : nameJob(sentence, (0,subtask_work/* workOf */.L)(first).job);
}
function nameCredential(words, step, used) {
    return words.nextSteps[step].replaceAll('{credential}', () => words.credential(used));
}
function nameJob(sentence, job) {
    return sentence.replaceAll('{job}', () => (0,plain/* plainText */.wh)(job, sentences/* MAX_QUOTED */.kW));
}
function setupStep(words, { nextStep: step }) {
    return step === undefined ? '' : words.nextSteps[step];
}
function guide(words, step) {
    return step === undefined ? '' : words.see(`docs/troubleshooting.md, "${next_step/* GUIDE */.xV[step]}"`);
}
function faultText(words, fault) {
    const known = [...(0,sentences/* faultFacts */.Cv)(fault, fault.error), ...(0,sentences/* requestFact */.a8)(words, fault.error?.requestId)];
    return (0,sentences/* faultWords */._Q)(words, fault) + (0,sentences/* aside */.HU)(words, known);
}
function stepFailure(words, report, unnamedSubtasks) {
    const { problems } = report;
    if (problems.length > 0) {
        return [...problems, setupStep(words, report), guide(words, report.nextStep)].join('\n');
    }
    const failing = (0,report_report/* tasksBySeverity */.jO)(report).filter((task) => task.failsStep);
    const [worst] = failing;
    if (worst === undefined)
        return '';
    return (0,sentences/* joined */.oR)(words, [
        failure(words, worst, report),
        askedAt(words, worst, report),
        words.rest(failing.length - 1, Math.max(0, unnamedSubtasks)),
        guide(words, (0,next_step/* nextStepOf */.Vt)(worst, report)),
    ]);
}
function askedAt(words, { task, end }, { place }) {
    if (task !== undefined || end.kind === 'cancelled' || place === undefined)
        return '';
    return words.askedAt(place);
}
function subtaskFailure(words, subtask) {
    const { message, taskId, taskName } = subtask;
    const { job, isImport } = (0,subtask_work/* workOf */.L)(subtask, taskName);
    const advice = nameJob(words.nextSteps[isImport ? 'stop-job' : 'read-job-log'], job);
    const said = message === undefined ? words.join([words.noReason, advice]) : (0,sentences/* clause */.sb)(message);
    const where = words.subtaskOf((0,plain/* plainText */.wh)(subtask.id, sentences/* MAX_QUOTED */.kW), taskId);
    return `${(0,sentences/* titleOf */.Gg)(subtask)}${words.punctuation.colon}${said}${(0,sentences/* aside */.HU)(words, [where])}`;
}
function result(words, report) {
    const { problems, tasks, elapsedMs } = report;
    const [worst, ...others] = (0,report_report/* tasksBySeverity */.jO)(report);
    const title = words.sentence(heading(words, report));
    if (problems.length > 0 || worst === undefined) {
        return (0,sentences/* joined */.oR)(words, [title, ...problems, setupStep(words, report), guide(words, report.nextStep)]);
    }
    if (worst.verdict === 'SUCCESSFUL') {
        return others.length === 0 ? success(words, worst) : words.successes(tasks.length, elapsedMs);
    }
    const said = worst.failsStep ? stepFailure(words, report, 0) : failure(words, worst, report);
    return others.length === 0 ? said : (0,sentences/* joined */.oR)(words, [title, said]);
}
function success(words, { id, task, counts }) {
    const { name, startTime = Number.NaN, endTime = Number.NaN } = { ...task };
    const durationMs = endTime - startTime;
    return words.success({
        id,
        name: name === undefined ? undefined : (0,sentences/* clause */.sb)(name, MAX_NAME),
        durationMs: durationMs >= 0 ? durationMs : undefined,
        subtasks: (0,subtask_counts/* totalOf */.e6)(counts),
    });
}


/***/ }),

/***/ 5376:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   UB: () => (/* binding */ nextStepAfter),
/* harmony export */   Vt: () => (/* binding */ nextStepOf),
/* harmony export */   xV: () => (/* binding */ GUIDE)
/* harmony export */ });
/* harmony import */ var _task_error_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1231);
/* harmony import */ var _task_subtask_work_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7502);


const GUIDE = {
    'fix-subtasks': 'A subtask failed',
    'read-job-log': 'A subtask failed and gives no reason',
    'stop-job': 'The import of a job failed and gives no reason',
    'failed-early': 'The task failed before its first subtask',
    'failed-silently': 'The task failed, but none of its subtasks did',
    'obs-file': 'The file in OBS cannot be read',
    'check-warning': 'The task ended with a warning',
    'check-place': 'The task was not found',
    'raise-timeout': 'The task was still running after the timeout',
    'set-timeout': 'The task was still running when checked once',
    'report-status': 'The task has an unknown status',
    'wait-again': 'The task was not waited for any longer',
    'check-reach': 'There is no connection',
    'check-network': 'The answer was cut off',
    'check-gateway': 'The answer may not come from DataArts Factory',
    'check-service': 'The service could not answer',
    'check-backend': 'The backend of DataArts Factory is unavailable',
    'check-iam': 'IAM is unavailable',
    'check-quota': 'The service is rate limiting this user',
    'check-credential': 'The service refused the credential',
    'check-access-key': 'The service refused the access key',
    'check-temporary-key': 'The service refused the temporary access key',
    'check-token': 'The service refused the token',
    'check-federated-user': 'The service refused the keys of the federated user',
    'check-trust-agency': 'The service refused the keys of the trust agency',
    'check-locked-key': 'The access key is locked',
    'check-clock': 'The clock of the runner is wrong',
    'check-permissions': 'The credential lacks a permission',
    'join-workspace': 'The workspace does not know the trust agency',
    'check-project': 'The project is not available',
    'check-workspace': 'The workspace does not exist',
    'check-parameters': 'A parameter of the request is not valid',
    'check-request': 'The service rejected the request',
    'check-address': 'The address is wrong',
    'check-api': 'There is no such API at this address',
    'check-certificate': 'The certificate is not trusted',
    'check-proxy': 'The proxy refused to connect',
    'fix-inputs': 'An input is not valid',
    'fix-sign-in': 'The sign-in failed',
    'report-bug': 'Internal error',
};
const BY_REASON = {
    connection: 'check-reach',
    timeout: 'check-reach',
    cut: 'check-network',
    'unexpected-body': 'check-gateway',
    'http-status': 'check-service',
    throttled: 'check-quota',
    unauthorized: 'check-credential',
    forbidden: 'check-permissions',
    'no-such-api': 'check-address',
    rejected: 'check-request',
    redirected: 'check-address',
    'error-in-success': 'check-place',
    'too-large': 'check-gateway',
    'unknown-encoding': 'check-gateway',
    'untrusted-certificate': 'check-certificate',
    'proxy-refused': 'check-proxy',
};
const BY_ERROR = [
    [/failed to reach the limit/i, 'check-locked-key'],
    [/signature expired|signature time:/i, 'check-clock'],
    [/\.030[135]\b/, 'check-credential'],
    [/\.0307\b/, 'check-token'],
    [/\.030[26]\b/, 'check-permissions'],
    [/\.0310\b/, 'check-project'],
    [/\.0101\b/, 'check-api'],
    [/\.0201\b/, 'check-backend'],
    [/\.0308\b/, 'check-quota'],
    [/\.0613\b/, 'check-iam'],
    [/DLF\.(?:2?08(?:03|15)|1242)\b/, 'obs-file'],
    [/DLF\.2?0819\b/, 'check-workspace'],
    [/DLF\.3051\b/, 'check-parameters'],
    [/DLF\.6888\b/, 'check-permissions'],
];
const BY_CREDENTIAL = {
    'check-credential': ({ kind }) => `check-${kind}`,
    'check-token': ({ kind }) => `check-${kind}`,
    'check-permissions': ({ kind }) => (kind === 'trust-agency' ? 'join-workspace' : 'check-permissions'),
};
const OBS_FILE = /读取OBS文件|read OBS file/i;
function nextStepOf({ end, verdict, failsStep, subtasks }, { timeoutMs, place }) {
    switch (end.kind) {
        case 'answered':
            if (verdict === 'FAILED')
                return afterFailure(end.task, subtasks);
            return failsStep ? 'check-warning' : undefined;
        case 'not-found':
            return 'check-place';
        case 'timed-out':
            if (end.fault !== undefined)
                return nextStepAfter(end.fault, place?.credential);
            return timeoutMs === 0 ? 'set-timeout' : 'raise-timeout';
        case 'unknown-status':
            return 'report-status';
        case 'refused':
        case 'unreachable':
            return nextStepAfter(end.fault, place?.credential);
        case 'cancelled':
            return 'wait-again';
    }
}
function afterFailure({ name, message }, subtasks) {
    const failed = subtasks.filter(({ status }) => status === 'FAILED');
    const [first] = failed;
    if (first !== undefined) {
        if (failed.some((subtask) => subtask.message !== undefined))
            return 'fix-subtasks';
        return (0,_task_subtask_work_js__WEBPACK_IMPORTED_MODULE_0__/* .workOf */ .L)(first, name).isImport ? 'stop-job' : 'read-job-log';
    }
    if (OBS_FILE.test(message ?? ''))
        return 'obs-file';
    return subtasks.length === 0 ? 'failed-early' : 'failed-silently';
}
function nextStepAfter({ reason, error, advice }, used) {
    if (advice !== undefined)
        return 'fix-sign-in';
    const said = (0,_task_error_text_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .k)(error);
    const step = BY_ERROR.find(([pattern]) => pattern.test(said))?.[1] ?? BY_REASON[reason];
    return used === undefined ? step : (BY_CREDENTIAL[step]?.(used) ?? step);
}


/***/ }),

/***/ 4702:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ failedSubtasks),
/* harmony export */   EI: () => (/* binding */ reportOf),
/* harmony export */   HY: () => (/* binding */ faultOfEnd),
/* harmony export */   Kl: () => (/* binding */ reportOfProblems),
/* harmony export */   jO: () => (/* binding */ tasksBySeverity),
/* harmony export */   v5: () => (/* binding */ countFailed)
/* harmony export */ });
/* harmony import */ var _task_error_text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1231);
/* harmony import */ var _task_omit_undefined_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1609);
/* harmony import */ var _wait_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6204);
/* harmony import */ var _task_subtask_counts_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4679);




function reportOf({ startMs, waits }, { failOnWarning, place, timeoutMs, wallStartMs }) {
    const tasks = waits.map((wait) => ({
        ...reportTask(wait, failOnWarning),
        noticedMs: wallStartMs + (wait.endedMs - startMs),
    }));
    const verdict = (0,_wait_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .worstOf */ .hm)(tasks.map((task) => task.verdict));
    return {
        verdict,
        failsStep: (0,_wait_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .failsStep */ .ug)(verdict, failOnWarning),
        tasks,
        place,
        problems: [],
        timeoutMs,
        elapsedMs: Math.max(0, ...waits.map((wait) => wait.endedMs - startMs)),
        polls: sum(waits.map((wait) => wait.polls)),
        faults: sum(waits.map((wait) => wait.faults)),
        throttles: sum(waits.map((wait) => wait.throttles)),
    };
}
function reportOfProblems({ problems, nextStep, error, ids = [] }) {
    const end = { kind: 'refused', fault: { reason: 'unauthorized', ...(0,_task_omit_undefined_js__WEBPACK_IMPORTED_MODULE_2__/* .omitUndefined */ .O)({ error }) } };
    const nothing = { polls: 0, faults: 0, throttles: 0 };
    const tasks = ids.map((id) => reportTask({ id, end, ...nothing, endedMs: 0 }, false));
    return {
        verdict: 'ERROR',
        failsStep: true,
        problems,
        nextStep,
        ...(0,_task_omit_undefined_js__WEBPACK_IMPORTED_MODULE_2__/* .omitUndefined */ .O)({ error }),
        tasks,
        timeoutMs: 0,
        elapsedMs: 0,
        ...nothing,
    };
}
function tasksBySeverity({ tasks }) {
    return tasks.toSorted((a, b) => (0,_wait_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .compareSeverity */ .zK)(a.verdict, b.verdict));
}
function* failedSubtasks(report, limit = Number.POSITIVE_INFINITY) {
    let left = limit;
    for (const { id, task, subtasks, counts } of tasksBySeverity(report)) {
        const shown = subtasks.slice(0, Math.min(left, counts.FAILED));
        const { name: taskName } = { ...task };
        for (const subtask of shown)
            yield { ...subtask, taskId: id, ...(0,_task_omit_undefined_js__WEBPACK_IMPORTED_MODULE_2__/* .omitUndefined */ .O)({ taskName }) };
        left -= shown.length;
    }
}
function countFailed({ tasks }) {
    return sum(tasks.map(({ counts }) => counts.FAILED));
}
function faultOfEnd(end) {
    return 'fault' in end ? end.fault : undefined;
}
function reportTask(wait, failOnWarning) {
    const { id, end, task, polls } = wait;
    const verdict = (0,_wait_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .verdictOf */ .Vj)(end);
    const fault = faultOfEnd(end);
    const { error, quoted } = (0,_task_error_text_js__WEBPACK_IMPORTED_MODULE_3__/* .splitError */ .X)(end.kind === 'not-found' ? end.error : fault?.error);
    const requestId = end.kind === 'not-found' || fault !== undefined ? error?.requestId : wait.requestId;
    return {
        id,
        verdict,
        failsStep: (0,_wait_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .failsStep */ .ug)(verdict, failOnWarning),
        end,
        subtasks: (0,_task_subtask_counts_js__WEBPACK_IMPORTED_MODULE_1__/* .sortSubtasks */ .JK)(task?.subtasks ?? []),
        counts: (0,_task_subtask_counts_js__WEBPACK_IMPORTED_MODULE_1__/* .countsOf */ .mQ)(task ?? { subtasks: [] }),
        ...(0,_task_omit_undefined_js__WEBPACK_IMPORTED_MODULE_2__/* .omitUndefined */ .O)({ task, error, quoted, requestId }),
        polls,
    };
}
function sum(numbers) {
    return numbers.reduce((total, number) => total + number, 0);
}


/***/ }),

/***/ 5640:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ faultFacts),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   HU: () => (/* binding */ aside),
/* harmony export */   K1: () => (/* binding */ ending),
/* harmony export */   Xi: () => (/* binding */ taskFacts),
/* harmony export */   _Q: () => (/* binding */ faultWords),
/* harmony export */   a8: () => (/* binding */ requestFact),
/* harmony export */   kW: () => (/* binding */ MAX_QUOTED),
/* harmony export */   oR: () => (/* binding */ joined),
/* harmony export */   sb: () => (/* binding */ clause)
/* harmony export */ });
/* harmony import */ var _task_error_text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1231);
/* harmony import */ var _text_plain_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8331);
/* harmony import */ var _next_step_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5376);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4702);
/* harmony import */ var _task_subtask_counts_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4679);





const MAX_QUOTED = 500;
const MAX_ID = 100;
const MAX_NAME = 100;
const MAX_REASON = 150;
const MAX_NAMED = 3;
const NO_SUCH_TASK = /does not exist|不存在/i;
function clause(text, maxLength = MAX_QUOTED) {
    return (0,_text_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(text, maxLength).replace(/(?<=[^.。])[.。]$/, '');
}
function titleOf({ name, id }, maxLength) {
    return clause(name === '' ? id : name, maxLength);
}
function ending(words, task, { timeoutMs }) {
    const { end } = task;
    const { endings } = words;
    switch (end.kind) {
        case 'answered':
            return answered(words, end.task, task);
        case 'not-found':
            return endings.notFound;
        case 'timed-out': {
            const status = statusOf(words, end.task);
            const ended = timeoutMs === 0 ? endings.checkedOnce(status) : endings.timedOut(words.duration(timeoutMs), status);
            return end.fault === undefined
                ? ended
                : `${ended}${words.punctuation.semicolon}${faultWords(words, end.fault)}`;
        }
        case 'unknown-status':
            return endings.unknownStatus((0,_text_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(end.task.status, MAX_NAME));
        case 'refused':
        case 'unreachable':
            return endings.notChecked(faultWords(words, end.fault));
        case 'cancelled':
            return end.by === 'signal' ? endings.cancelled : endings.failFast;
    }
}
function answered(words, { message }, { verdict, subtasks, counts }) {
    const { endings, punctuation } = words;
    const said = message === undefined ? '' : punctuation.colon + clause(message);
    if (verdict === 'SUCCESSFUL')
        return `${endings.successful}${said}`;
    const kind = verdict === 'WARNING' ? 'WARNING' : 'FAILED';
    const ended = (kind === 'WARNING' ? endings.warning : endings.failed) + said;
    const count = counts[kind];
    if (count === 0)
        return ended;
    const bad = subtasks.filter(({ status }) => status === kind).slice(0, MAX_NAMED);
    const share = words.badSubtasks(kind, count, (0,_task_subtask_counts_js__WEBPACK_IMPORTED_MODULE_3__/* .totalOf */ .e6)(counts));
    return `${ended}${punctuation.semicolon}${share}${punctuation.colon}${namesOf(words, bad, count)}`;
}
function namesOf(words, subtasks, count) {
    const named = subtasks
        .map((subtask) => {
        const reason = subtask.message === undefined ? [] : [clause(subtask.message, MAX_REASON)];
        return titleOf(subtask, MAX_NAME) + aside(words, reason);
    })
        .join(words.punctuation.listComma);
    return count > subtasks.length ? words.andMore(named, count - subtasks.length) : named;
}
function statusOf(words, { status }) {
    const group = (0,_task_subtask_counts_js__WEBPACK_IMPORTED_MODULE_3__/* .groupOf */ .F8)({ status });
    return group === 'OTHER' ? (0,_text_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(status, MAX_NAME) : words.status(group);
}
function faultWords(words, { reason, signIn }) {
    return signIn === undefined ? words.faults[reason] : words.noNewKeys(signIn);
}
function taskFacts({ end, error }) {
    if (end.kind !== 'not-found')
        return faultFacts((0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .faultOfEnd */ .HY)(end), error);
    const { message = '', ...rest } = { ...error };
    return faultFacts(undefined, NO_SUCH_TASK.test(message) ? rest : error);
}
function faultFacts(fault, error) {
    const said = (0,_task_error_text_js__WEBPACK_IMPORTED_MODULE_4__/* .errorText */ .k)(error);
    return [
        ...(fault?.httpStatus === undefined ? [] : [`HTTP ${String(fault.httpStatus)}`]),
        ...(fault?.detail === undefined ? [] : [clause(fault.detail)]),
        ...(said === '' ? [] : [clause(said)]),
    ];
}
function requestFact(words, requestId) {
    return requestId === undefined ? [] : [words.request((0,_text_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(requestId, MAX_ID))];
}
function aside({ punctuation }, facts) {
    const { open, comma, close } = punctuation;
    return facts.length === 0 ? '' : `${open}${facts.join(comma)}${close}`;
}
function joined(words, sentences) {
    return words.join(sentences.filter((sentence) => sentence !== ''));
}


/***/ }),

/***/ 7111:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted),
/* harmony export */   x: () => (/* binding */ english)
/* harmony export */ });
/* harmony import */ var _text_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2691);
/* harmony import */ var _text_number_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(266);
/* harmony import */ var _task_subtask_counts_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4679);



const CLOCK = "this runner's clock: it may differ from the service's by at most 15 minutes.";
const english = {
    punctuation: {
        colon: ': ',
        semicolon: '; ',
        comma: ', ',
        listComma: ', ',
        stop: '.',
        open: ' (',
        close: ')',
    },
    sentence: (clause) => `${capitalise(clause.replace(/^ /, 'the task ').replace(/^: /, ''))}.`,
    join: (sentences) => sentences.join(' '),
    duration: _text_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a,
    verdicts: {
        FAILED: 'failed',
        NOT_FOUND: 'not found',
        ERROR: 'status check failed',
        TIMED_OUT: 'timed out',
        CANCELLED: 'cancelled',
        WARNING: 'ended with a warning',
        SUCCESSFUL: 'successful',
    },
    errors: {
        connection: 'no connection',
        timeout: 'no complete answer',
        cut: 'answer cut off',
        'unexpected-body': 'not the documented JSON',
        'http-status': 'service unavailable',
        throttled: 'rate limited',
        unauthorized: 'credential refused',
        forbidden: 'access denied',
        'no-such-api': 'no such API',
        rejected: 'request rejected',
        redirected: 'redirected',
        'error-in-success': 'service error',
        'too-large': 'answer too large',
        'unknown-encoding': 'encoding unknown',
        'untrusted-certificate': 'certificate not trusted',
        'proxy-refused': 'proxy refused',
        'unknown-status': 'unknown status',
        'no-new-keys': 'sign-in not renewed',
    },
    stillRunning: 'still running',
    status: (status) => status,
    faults: {
        connection: 'there was no connection',
        timeout: 'the answer was not complete within 15 seconds',
        cut: 'the answer was cut off',
        'unexpected-body': 'the answer is not the JSON that the service documents',
        'http-status': 'the service could not answer',
        throttled: 'the service is rate limiting this user',
        unauthorized: 'the service refused the credential',
        forbidden: 'the credential lacks a permission',
        'no-such-api': 'there is no such API at this address',
        rejected: 'the service rejected the request',
        redirected: 'the address answered with a redirect, and redirects are never followed',
        'error-in-success': 'the service answered with an error',
        'too-large': 'the answer is larger than 8 MiB',
        'unknown-encoding': 'the answer has an encoding that cannot be read',
        'untrusted-certificate': "the server's certificate is not trusted",
        'proxy-refused': 'the proxy refused to connect',
    },
    noNewKeys: (service) => `the temporary keys ended and ${service} gave no new ones`,
    nextSteps: {
        'fix-subtasks': 'Fix the errors above, then deploy again.',
        'read-job-log': 'Open {job} in DataArts Factory, read its log, then deploy again.',
        'stop-job': 'If {job} is running in DataArts Factory, stop it, because a running job cannot be overwritten. Then deploy again.',
        'failed-early': 'The task failed before its first subtask. Check the file or the solution that it was given, then deploy again.',
        'failed-silently': 'No subtask reports a failure. Open the task in DataArts Factory, then deploy again.',
        'obs-file': 'Check that the file exists at this OBS path, in this region, and that the user may read the bucket. Then deploy again.',
        'check-warning': 'Read the warning in DataArts Factory, or set fail-on-warning to false.',
        'check-place': 'Check task-id: the instanceId of "run job immediately" is not a task id. Then check workspace, project and region: a valid id is not found in the wrong workspace.',
        'raise-timeout': 'Open the task in DataArts Factory. If it is only slow, wait for it again with a longer timeout; do not import again.',
        'set-timeout': 'To wait for this task, set timeout, for example to 15m; do not import again.',
        'report-status': 'Open the task in DataArts Factory, and report this status to the maintainers of this action.',
        'wait-again': 'The task continues in DataArts Factory. To learn how it ends, wait for it again by its id; do not import again.',
        'check-reach': 'Check region or endpoint, and whether this runner can reach it (HTTPS_PROXY, NO_PROXY).',
        'check-network': 'Check the network between this runner and the service.',
        'check-gateway': 'Check region or endpoint: the answer may not come from DataArts Factory.',
        'check-service': "Check the service's status page, then wait for the task again; do not import again.",
        'check-backend': 'The backend of DataArts Factory is unavailable or too slow. Wait for the task again in a few minutes; do not import again.',
        'check-iam': 'IAM is unavailable in this region. Wait for the task again in a few minutes; do not import again.',
        'check-quota': "Check whether another program uses this user's quota of 10 requests a second.",
        'check-credential': `Check the credential, and ${CLOCK}`,
        'check-access-key': `The request was signed with {credential}. Check that both are correct and that the key is active. Then check ${CLOCK}`,
        'check-temporary-key': `The request was signed with {credential}. This temporary key may have expired, or its security token may belong to another key. Then check ${CLOCK}`,
        'check-token': 'Check {credential}: it may have expired (after 24 hours at most), or it was issued for another region or project.',
        'check-federated-user': `The request was signed with temporary keys for {credential}. Check that region, endpoint and iam-endpoint belong to the same cloud. Then check ${CLOCK}`,
        'check-trust-agency': `The request was signed with temporary keys for {credential}. Check that region, endpoint and sts-endpoint belong to the same cloud. Then check ${CLOCK}`,
        'check-locked-key': 'Five bad signatures locked the access key. Wait 5 minutes, then check {credential}.',
        'check-clock': "Check this runner's clock: it differs from the service's by more than 15 minutes.",
        'check-permissions': 'Signed in with {credential}. Check project, the permissions of this user in IAM, and its role in the workspace.',
        'join-workspace': 'Signed in with {credential}, but this agency is not a member of the workspace. Only users and user groups can be members: sign in as a federated user (docs/authentication.md, "Federated user").',
        'check-project': 'Check project: it is not available.',
        'check-workspace': 'Check workspace: it does not exist in this project.',
        'check-parameters': 'Check task-id, workspace and project: a parameter is not valid.',
        'check-request': 'Check task-id, workspace and project.',
        'check-address': 'Check region or endpoint.',
        'check-api': 'Check region or endpoint: there is no such API at this address.',
        'check-certificate': 'Check endpoint, and NODE_EXTRA_CA_CERTS if a private certificate authority signs its certificate.',
        'check-proxy': 'Check the user and password in HTTPS_PROXY.',
        'fix-inputs': 'Correct the inputs in the workflow, then run the job again. Nothing was sent.',
        'fix-sign-in': 'Correct the sign-in, then run the job again. The tasks were not checked.',
        'report-bug': 'Report this error to the maintainers of this action. The tasks may not have been checked.',
    },
    credential: (used) => used?.from ?? 'the credential',
    see: (citation) => `See ${citation}`,
    headings: {
        none: 'Could not start waiting for the DLF system task',
        one: (verdict) => `DLF system task: ${verdict}`,
        failed: (failed, all, by) => `${(0,_text_number_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .z)(failed)} of ${counted(all, 'task')} did not succeed: ${by.map(([count, verdict]) => `${(0,_text_number_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .z)(count)} ${verdict}`).join(', ')}`,
        warned: (warned, all) => `${(0,_text_number_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .z)(warned)} of ${counted(all, 'task')} ended with a warning`,
        succeeded: (all) => `DLF system tasks: all ${(0,_text_number_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .z)(all)} successful`,
    },
    task: (id) => `Task ${id}`,
    endings: {
        successful: ' was successful',
        warning: ' ended with a warning',
        failed: ' failed',
        notFound: ' was not found in this workspace',
        checkedOnce: (status) => ` was still ${status} when checked once`,
        timedOut: (limit, status) => ` was still ${status} after the ${limit} timeout`,
        unknownStatus: (status) => ` has the unknown status '${status}'`,
        notChecked: (why) => `: status check failed. ${capitalise(why)}`,
        cancelled: ' was not waited for any longer: the run was cancelled',
        failFast: ' was not waited for any longer: another task failed (fail-fast)',
    },
    success({ id, name, durationMs, subtasks }) {
        const what = name === undefined ? `Task ${id}` : `Task ${id} (${name})`;
        const time = durationMs === undefined ? '' : ` after ${(0,_text_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(durationMs)}`;
        return `${what} succeeded${time}${subtasks === 0 ? '' : `, ${counted(subtasks, 'subtask')}`}.`;
    },
    successes: (tasks, elapsedMs) => `All ${counted(tasks, 'task')} succeeded after ${(0,_text_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(elapsedMs)}.`,
    badSubtasks: (verdict, bad, all) => `${(0,_text_number_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .z)(bad)} of ${counted(all, 'subtask')} ${verdict === 'FAILED' ? 'failed' : 'ended with a warning'}`,
    andMore: (list, hidden) => `${list} and ${(0,_text_number_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .z)(hidden)} more`,
    request: (id) => `request ${id}`,
    askedAt: ({ endpoint, project, workspace }) => `Requested from ${endpoint}, project ${project}, ${workspace === undefined ? 'default workspace' : `workspace ${workspace}`}.`,
    statistics: ({ elapsedMs, timeoutMs, polls, faults, throttles }) => [
        timeoutMs === 0
            ? 'Checked once'
            : `Waited ${(0,_text_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(elapsedMs)} of at most ${(0,_text_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(timeoutMs)}`,
        polls === 0 ? 'no poll sent' : counted(polls, 'poll'),
        ...(faults > 0 ? [counted(faults, 'failed attempt')] : []),
        ...(throttles > 0 ? [counted(throttles, 'throttled attempt')] : []),
    ].join(', '),
    subtaskCounts: (counts) => `${counted((0,_task_subtask_counts_js__WEBPACK_IMPORTED_MODULE_1__/* .totalOf */ .e6)(counts), 'subtask')}: ${byStatus(counts)}`,
    moreSubtasks: (counts) => `${counted((0,_task_subtask_counts_js__WEBPACK_IMPORTED_MODULE_1__/* .totalOf */ .e6)(counts), 'more subtask')}: ${byStatus(counts)}`,
    subtasksNotShown: (counts) => `${counted((0,_task_subtask_counts_js__WEBPACK_IMPORTED_MODULE_1__/* .totalOf */ .e6)(counts), 'subtask')} not shown here (${byStatus(counts)}): a job summary has no room for them.`,
    moreTasks: (count) => counted(count, 'more task'),
    tasksNotShown: (count) => `${counted(count, 'task')} ${count === 1 ? 'is' : 'are'} in the overview only: a job summary holds 1 MiB at most.`,
    textsCut: 'Long texts are cut: a job summary holds 1 MiB at most.',
    rest(tasks, subtasks) {
        const parts = [
            ...(tasks > 0 ? [counted(tasks, 'more task')] : []),
            ...(subtasks > 0 ? [counted(subtasks, 'more failed subtask')] : []),
        ];
        return parts.length === 0 ? '' : `And ${parts.join(', ')}: see the job summary.`;
    },
    noReason: 'The service gave no reason.',
    subtaskOf: (subtaskId, taskId) => `subtask ${subtaskId} of task ${taskId}`,
    annotationTitles: { subtask: 'Subtask failed', warning: 'DLF system task ended with a warning' },
    labels: {
        verdict: 'Verdict',
        task: 'Task',
        name: 'Name',
        message: 'Message',
        code: 'Code',
        request: 'Request ID',
        quoted: 'Request as quoted',
        project: 'Project',
        workspace: 'Workspace',
        defaultWorkspace: 'default',
        region: 'Region',
        endpoint: 'Endpoint',
        started: 'Started',
        ended: 'Ended',
        duration: 'Duration',
        noticed: 'Detected',
        subtask: 'Subtask',
        subtasks: 'Subtasks',
        lastUpdate: 'Last update (UTC)',
        timeline: 'Timeline (UTC)',
        details: 'Details',
        nextStep: 'What to do next',
    },
};
function counted(count, noun) {
    return `${(0,_text_number_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .z)(count)} ${noun}${count === 1 ? '' : 's'}`;
}
function byStatus({ FAILED, WARNING, RUNNING, OTHER, SUCCESSFUL }) {
    const parts = [
        { count: FAILED, word: 'failed' },
        { count: WARNING, word: 'with a warning' },
        { count: RUNNING, word: 'running' },
        { count: OTHER, word: 'with another status' },
        { count: SUCCESSFUL, word: 'successful' },
    ].filter(({ count }) => count > 0);
    return parts
        .map(({ count, word }) => {
        if (parts.length > 1)
            return `${(0,_text_number_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .z)(count)} ${word}`;
        return count === 1 ? word : `all ${word}`;
    })
        .join(', ');
}
function capitalise(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}


/***/ }),

/***/ 1231:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ splitError),
/* harmony export */   k: () => (/* binding */ errorText)
/* harmony export */ });
/* harmony import */ var _omit_undefined_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1609);

const QUOTED_REQUEST = /(?<![\s,;])[\s,;]*\b(canonicalRequest:.*)/s;
function errorText(error) {
    const { code, message } = splitError(error).error ?? {};
    return [code, message].filter((part) => part !== undefined).join(' ');
}
function splitError(error) {
    const parts = error?.message?.split(QUOTED_REQUEST);
    if (parts?.[1] === undefined)
        return { error, quoted: undefined };
    const [said, quoted] = parts;
    return { error: (0,_omit_undefined_js__WEBPACK_IMPORTED_MODULE_0__/* .omitUndefined */ .O)({ ...error, message: said === '' ? undefined : said }), quoted };
}


/***/ }),

/***/ 1610:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ lenientTime),
/* harmony export */   t: () => (/* binding */ lenientText)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7934);

const lenientText = valibot__WEBPACK_IMPORTED_MODULE_0__/* .fallback */ .NpB(valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq()), valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(String))])), undefined);
const numericText = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .trim */ .Bqr(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .digits */ .vmo(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(Number));
const lenientTime = valibot__WEBPACK_IMPORTED_MODULE_0__/* .fallback */ .NpB(valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), numericText]), valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeInteger */ .Y2b(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(1), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxValue */ .cGV(8.64e15))), undefined);


/***/ }),

/***/ 1609:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ omitUndefined)
/* harmony export */ });
function omitUndefined(fields) {
    const kept = {};
    for (const key of Object.keys(fields)) {
        if (fields[key] !== undefined)
            kept[key] = fields[key];
    }
    return kept;
}


/***/ }),

/***/ 6342:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ mapTexts)
/* harmony export */ });
const REMOTE_TEXTS = new Set([
    'id',
    'name',
    'message',
    'code',
    'requestId',
    'detail',
    'status',
]);
const STATUS_WORDS = new Set(['RUNNING', 'SUCCESSFUL', 'FAILED', 'WARNING']);
function mapTexts(value, change) {
    if (Array.isArray(value))
        return value.map((entry) => mapTexts(entry, change));
    if (typeof value !== 'object' || value === null)
        return value;
    const copy = { ...value };
    for (const [key, entry] of Object.entries(copy)) {
        copy[key] = isRemoteText(key, entry) ? change(entry) : mapTexts(entry, change);
    }
    return copy;
}
function isRemoteText(key, entry) {
    return typeof entry === 'string' && REMOTE_TEXTS.has(key) && !(key === 'status' && STATUS_WORDS.has(entry));
}


/***/ }),

/***/ 4679:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ countSubtasks),
/* harmony export */   F8: () => (/* binding */ groupOf),
/* harmony export */   JK: () => (/* binding */ sortSubtasks),
/* harmony export */   VI: () => (/* binding */ countsAfter),
/* harmony export */   e6: () => (/* binding */ totalOf),
/* harmony export */   lW: () => (/* binding */ SUBTASK_GROUPS),
/* harmony export */   mQ: () => (/* binding */ countsOf)
/* harmony export */ });
const SUBTASK_GROUPS = ['FAILED', 'WARNING', 'RUNNING', 'OTHER', 'SUCCESSFUL'];
const GROUPS = new Map(SUBTASK_GROUPS.map((group) => [group, group]));
function groupOf({ status }) {
    return GROUPS.get(status) ?? 'OTHER';
}
function sortSubtasks(subtasks) {
    return SUBTASK_GROUPS.flatMap((group) => subtasks.filter((subtask) => groupOf(subtask) === group));
}
function countSubtasks(subtasks) {
    const counts = { FAILED: 0, WARNING: 0, RUNNING: 0, OTHER: 0, SUCCESSFUL: 0 };
    for (const subtask of subtasks)
        counts[groupOf(subtask)] += 1;
    return counts;
}
function countsOf({ subtasks, counts = countSubtasks(subtasks), }) {
    return counts;
}
function countsAfter(counts, first) {
    let left = first;
    const after = SUBTASK_GROUPS.map((group) => {
        const gone = Math.min(left, counts[group]);
        left -= gone;
        return [group, counts[group] - gone];
    });
    return Object.fromEntries(after);
}
function totalOf(counts) {
    return Object.values(counts).reduce((total, count) => total + count, 0);
}


/***/ }),

/***/ 7502:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ workOf)
/* harmony export */ });
const CHINESE = /^(?<verb>导入|启动)[^[]*\[(?<job>.+?)\]/;
const ENGLISH = /^(?<verb>Import|Start)(?: the)? (?:job )?(?<job>.+?)(?: job)?\.?$/i;
const IMPORT = /导入|\bimport/i;
function workOf({ id, name }, taskName) {
    const found = CHINESE.exec(name) ?? ENGLISH.exec(name);
    const { verb = taskName, job = name === '' ? id : name } = found?.groups ?? {};
    return { job, isImport: IMPORT.test(verb ?? '') };
}


/***/ }),

/***/ 3209:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ COMMIT_SHA)
/* harmony export */ });
const COMMIT_SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;


/***/ }),

/***/ 2691:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
const UNITS_MS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
const AMOUNT = String.raw `(\d+(?:\.\d+)?)`;
const DURATION = new RegExp(`^(?:${AMOUNT}d)?(?:${AMOUNT}h)?(?:${AMOUNT}m(?!s))?(?:${AMOUNT}s)?(?:${AMOUNT}ms)?$`);
function parseDuration(text) {
    const withUnit = /^[\d.]+$/.test(text) ? `${text}s` : text;
    const amounts = DURATION.exec(withUnit)?.slice(1);
    if (amounts === undefined || text === '')
        return undefined;
    const factors = Object.values(UNITS_MS);
    return toFiniteMs(factors.reduce((sum, factor, index) => sum + Number(amounts[index] ?? 0) * factor, 0));
}
function formatDuration(ms) {
    if (Math.round(ms) < UNITS_MS.s)
        return `${String(Math.round(ms))}ms`;
    if (ms < 59_950)
        return `${String(Math.round(ms / 100) / 10)}s`;
    const seconds = Math.round(ms / UNITS_MS.s);
    if (seconds < 3600)
        return pair(seconds, 60, 'm', 's');
    const minutes = Math.round(seconds / 60);
    if (minutes < 1440)
        return pair(minutes, 60, 'h', 'm');
    return pair(Math.round(minutes / 60), 24, 'd', 'h');
}
function pair(count, size, large, small) {
    const rest = count % size;
    const whole = `${String(Math.floor(count / size))}${large}`;
    return rest === 0 ? whole : `${whole} ${String(rest)}${small}`;
}
function toFiniteMs(ms) {
    return Number.isFinite(ms) ? Math.round(ms) : undefined;
}


/***/ }),

/***/ 6290:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ID: () => (/* binding */ ID)
/* harmony export */ });
const ID = /^[0-9A-Za-z_-]{1,64}$/;


/***/ }),

/***/ 8970:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ fold),
/* harmony export */   Bv: () => (/* binding */ blocks),
/* harmony export */   Cr: () => (/* binding */ bold),
/* harmony export */   MZ: () => (/* binding */ phrase),
/* harmony export */   a4: () => (/* binding */ mermaid),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   c_: () => (/* binding */ tableOf),
/* harmony export */   "do": () => (/* binding */ widened),
/* harmony export */   jD: () => (/* binding */ tableRow),
/* harmony export */   md: () => (/* binding */ md),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* unused harmony export escapeText */
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8331);

const WORD_JOINER = '\u2060';
const BREAK_OPPORTUNITY = '\u200B';
const SPECIAL = /[\\`*_[\]|~#$!]/g;
const BLOCK_START = /^(?:[-+=:]|\d+(?=[.)](?:\s|$)))/;
const UNBROKEN = /(?:[^\s\u1100-\u11FF\u2E80-\uA4CF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF-]|-(?=[\d/])){30,}/gu;
const PIECE = /.{11,23}[_/.,;=&?-](?=.)|.{24}(?=.)/gsu;
const COMMIT = /(?<![\p{L}\p{N}_])[0-9a-f]{7,40}(?![\p{L}\p{N}_])/giu;
const URN = /(?<!\w)(iam::[\w-]{1,64}:[a-z]{1,16}:[\w-]{1,64})/gi;
const PLAIN_ID = /^(?:[\w-]{1,64}|iam::[\w:-]{1,150})$/i;
function md(strings, ...values) {
    const parts = strings.map((fixed, index) => fixed + sourceOf(values[index]));
    return raw(parts.join(''));
}
function blocks(...parts) {
    return raw(parts.flatMap((part) => (part === undefined ? [] : [part.markdown])).join('\n\n'));
}
function table(head, rows) {
    return tableOf(head, rows.map(tableRow));
}
function tableRow(cells) {
    return raw(`| ${cells.map(sourceOf).join(' | ')} |`);
}
function tableOf(head, rows) {
    const rule = tableRow(head.map(() => raw(':--')));
    return raw([tableRow(head), rule, ...rows].map(({ markdown }) => markdown).join('\n'));
}
function list(items) {
    return raw(items.map((item) => `- ${sourceOf(item)}`).join('\n'));
}
function widened(title, spaces) {
    const joined = escapeText(title).replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, WORD_JOINER);
    return raw(joined + '\u00A0'.repeat(spaces));
}
function fold(title, ...parts) {
    const safe = escapeHtml(neutraliseLinks((0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(title)));
    return blocks(raw(`<details><summary>${safe}</summary>`), ...parts, raw('</details>'));
}
function bold(text) {
    return md `<b>${text}</b>`;
}
function phrase(text) {
    return raw(text
        .split(URN)
        .map((part, index) => (index % 2 === 0 ? withSpaces(part) : code(part).markdown))
        .join(''));
}
function withSpaces(text) {
    const before = /^\s/.test(text) ? ' ' : '';
    const after = /\S\s+$/.test(text) ? ' ' : '';
    return `${before}${escapeText(text)}${after}`;
}
function link(text, url) {
    return raw(`[${escapeText(text)}](<${url}>)`);
}
function mermaid(source) {
    return raw(`\`\`\`mermaid\n${source}\n\`\`\``);
}
function code(text) {
    if (text === '')
        return raw('');
    return raw(`<code>${PLAIN_ID.test(text) ? escapeSyntax(text) : escapeText(text)}</code>`);
}
function escapeText(text) {
    return escapeSyntax(neutraliseLinks(breakLongRuns((0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(text).trim())));
}
function escapeSyntax(text) {
    return escapeHtml(text)
        .replace(SPECIAL, '\\$&')
        .replace(BLOCK_START, (start) => (/\d/.test(start) ? `${start}${WORD_JOINER}` : `\\${start}`));
}
function escapeHtml(text) {
    return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
function breakLongRuns(text) {
    return text.replace(UNBROKEN, (run) => run.replace(PIECE, `$&${BREAK_OPPORTUNITY}`));
}
function neutraliseLinks(text) {
    return text
        .replace(/@(?=[\w-])/g, `@${WORD_JOINER}`)
        .replace(/#(?=\d)/g, `#${WORD_JOINER}`)
        .replace(/\b(GH-)(?=\d)/gi, `$1${WORD_JOINER}`)
        .replace(/(:)(?=\/\/)/g, `$1${WORD_JOINER}`)
        .replace(/www(?=\.)/gi, `$&${WORD_JOINER}`)
        .replace(/\b(mailto|xmpp)(?=:)/gi, `$1${WORD_JOINER}`)
        .replace(/:(?=(?:100|1234|[\d_]*[a-z+-][\w+-]*):)/gi, `:${WORD_JOINER}`)
        .replace(COMMIT, (digits) => digits.replace(/.{6}(?=.)/g, `$&${WORD_JOINER}`));
}
function sourceOf(value) {
    if (typeof value === 'object')
        return value.markdown;
    return value === undefined ? '' : escapeText(String(value));
}
function raw(markdown) {
    return { markdown };
}


/***/ }),

/***/ 266:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ grouped)
/* harmony export */ });
function grouped(count) {
    return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}


/***/ }),

/***/ 8331:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m0: () => (/* binding */ cutBefore),
/* harmony export */   wI: () => (/* binding */ utf8Length),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
const LINE_BREAKS_AND_TABS = /[\t-\r\u0085\u2028\u2029]+/gu;
const UNSAFE = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const REPLACEMENT = '\uFFFD';
const ENCODER = new TextEncoder();
function plainText(text, maxLength = Number.POSITIVE_INFINITY) {
    const bounded = text.length > maxLength + 1 ? cutBefore(text, maxLength + 1) : text;
    const line = bounded.replace(LINE_BREAKS_AND_TABS, ' ').replace(UNSAFE, REPLACEMENT);
    const isCut = line.length > maxLength || bounded.length < text.length;
    return isCut ? `${cutBefore(line, maxLength - 1)}…` : line;
}
function utf8Length(text) {
    return ENCODER.encode(text).length;
}
function cutBefore(text, length) {
    const endsInHighSurrogate = /[\uD800-\uDBFF]$/.test(text.slice(0, length));
    return text.slice(0, endsInHighSurrogate ? length - 1 : length);
}


/***/ }),

/***/ 522:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LI: () => (/* binding */ secretFlaw),
/* harmony export */   bB: () => (/* binding */ SECRET),
/* harmony export */   lY: () => (/* binding */ createRedactor),
/* harmony export */   vb: () => (/* binding */ MIN_SECRET_LENGTH)
/* harmony export */ });
const MIN_SECRET_LENGTH = 8;
const MAX_SECRET_LENGTH = 65_536;
const SECRET_LENGTH = [MIN_SECRET_LENGTH, MAX_SECRET_LENGTH].map(String);
const SECRET = new RegExp(`^[\\x21-\\x7e]{${SECRET_LENGTH.join(',')}}$`);
function secretFlaw(part) {
    return `${part} does not hold ${SECRET_LENGTH.join(' to ')} printable characters`;
}
const HIDDEN = '***';
const ALIGNMENTS = [0, 1, 2];
const MIN_BASE64 = 8;
const PIECE = 16;
const SLOTS = 4_194_304;
function createRedactor() {
    const shortForms = new Set();
    const pieces = new Map();
    const slots = new Uint8Array(SLOTS);
    return {
        add(secret) {
            for (const form of new Set(formsOf(secret))) {
                if (form.length < PIECE)
                    shortForms.add(form);
                for (let start = 0; start + PIECE <= form.length; start += 1) {
                    pieces.set(form.slice(start, start + PIECE), { form, start });
                    slots[slotOf(form, start)] = 1;
                }
            }
            shortForms.delete('');
        },
        redact(text) {
            const found = findAll(text, shortForms);
            for (let start = 0; start + PIECE <= text.length; start += 1) {
                if (slots[slotOf(text, start)] !== 1)
                    continue;
                const place = pieces.get(text.slice(start, start + PIECE));
                if (place === undefined)
                    continue;
                const end = start + commonLength(text, start, place);
                found.push({ start, end });
                start = end - PIECE;
            }
            return hide(text, found);
        },
    };
}
function commonLength(text, at, { form, start }) {
    let length = PIECE;
    while (start + length < form.length && text[at + length] === form[start + length])
        length += 1;
    return length;
}
function findAll(text, forms) {
    const found = [];
    for (const form of forms) {
        for (let start = text.indexOf(form); start !== -1; start = text.indexOf(form, start + 1)) {
            found.push({ start, end: start + form.length });
        }
    }
    return found;
}
function slotOf(text, start) {
    const left = text.charCodeAt(start) * 31 + text.charCodeAt(start + 5);
    const right = text.charCodeAt(start + 10) * 31 + text.charCodeAt(start + 15);
    return (left * 1021 + right) & (SLOTS - 1);
}
function hide(text, found) {
    let hidden = '';
    let shownTo = 0;
    for (const { start, end } of found.toSorted((a, b) => a.start - b.start)) {
        if (start > shownTo || shownTo === 0)
            hidden += text.slice(shownTo, start) + HIDDEN;
        shownTo = Math.max(shownTo, end);
    }
    return hidden + text.slice(shownTo);
}
function formsOf(secret) {
    const base64 = ALIGNMENTS.map((shift) => coreOfBase64(secret, shift)).filter((form) => form.length >= MIN_BASE64);
    const urlSafe = base64.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'));
    const json = JSON.stringify(secret).slice(1, -1);
    const url = encodeURIComponent(secret);
    const urlInSmall = url.replace(/%../g, (escape) => escape.toLowerCase());
    return [secret, json, json.replaceAll('/', '\\/'), url, urlInSmall, ...base64, ...urlSafe];
}
function coreOfBase64(secret, shift) {
    const bytes = new TextEncoder().encode(secret);
    const padded = btoa('\0'.repeat(shift) + Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    const start = Math.ceil((shift * 8) / 6);
    const end = Math.floor(((shift + bytes.length) * 8) / 6);
    return padded.slice(start, end);
}


/***/ }),

/***/ 3998:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ pollPauseMs),
/* harmony export */   z: () => (/* binding */ faultPauseMs)
/* harmony export */ });
const SHARE_OF_AGE = 0.1;
const ROOT_FACTOR = 0.35;
const JITTER = 0.1;
const MAX_RETRY_MS = 10_000;
const MAX_THROTTLE_MS = 30_000;
const POLLS_PER_SECOND = 7;
function pollPauseMs(ageMs, { bounds, activeTasks, stretch, random }) {
    const ageSeconds = ageMs / 1000;
    const wanted = 1000 * Math.min(SHARE_OF_AGE * ageSeconds, ROOT_FACTOR * Math.sqrt(ageSeconds));
    const pauseMs = Math.min(Math.max(wanted, bounds.minMs), bounds.maxMs) * stretch;
    return Math.max(pauseMs, (1000 * activeTasks) / POLLS_PER_SECOND) * (1 - JITTER + 2 * JITTER * random);
}
function faultPauseMs({ reason, retryAfterMs = 0 }, failures, minMs, random) {
    const pauseMs = reason === 'throttled'
        ? minMs + random * Math.min(MAX_THROTTLE_MS, 2000 * 2 ** failures)
        : Math.max(minMs, random * Math.min(MAX_RETRY_MS, 1000 * 2 ** (failures - 1)));
    return Math.max(pauseMs, retryAfterMs);
}


/***/ }),

/***/ 8089:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ ATTEMPT_TIMEOUT_MS)
/* harmony export */ });
const ATTEMPT_TIMEOUT_MS = 15_000;


/***/ }),

/***/ 6204:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   _8: () => (/* binding */ commitStateOf),
/* harmony export */   hm: () => (/* binding */ worstOf),
/* harmony export */   ug: () => (/* binding */ failsStep),
/* harmony export */   zK: () => (/* binding */ compareSeverity)
/* harmony export */ });
/* unused harmony export VERDICTS */
const VERDICTS = [
    'FAILED',
    'NOT_FOUND',
    'ERROR',
    'TIMED_OUT',
    'CANCELLED',
    'WARNING',
    'SUCCESSFUL',
];
const END_VERDICTS = {
    'not-found': 'NOT_FOUND',
    'timed-out': 'TIMED_OUT',
    'unknown-status': 'ERROR',
    refused: 'ERROR',
    unreachable: 'ERROR',
    cancelled: 'CANCELLED',
};
const COMMIT_STATES = {
    FAILED: 'failure',
    NOT_FOUND: 'failure',
    ERROR: 'error',
    TIMED_OUT: 'error',
    CANCELLED: 'error',
    WARNING: 'success',
    SUCCESSFUL: 'success',
};
function verdictOf(end) {
    return end.kind === 'answered' ? verdictOfTask(end.task) : END_VERDICTS[end.kind];
}
function worstOf(verdicts) {
    return VERDICTS.find((verdict) => verdicts.includes(verdict)) ?? 'ERROR';
}
function compareSeverity(a, b) {
    return VERDICTS.indexOf(a) - VERDICTS.indexOf(b);
}
function failsStep(verdict, failOnWarning) {
    return verdict !== 'SUCCESSFUL' && (verdict !== 'WARNING' || failOnWarning);
}
function commitStateOf(verdict, stepFails) {
    return verdict === 'WARNING' && stepFails ? 'failure' : COMMIT_STATES[verdict];
}
function verdictOfTask({ status, subtasks }) {
    if (status !== 'SUCCESSFUL' && status !== 'WARNING')
        return status === 'FAILED' ? 'FAILED' : 'ERROR';
    if (subtasks.some((subtask) => subtask.status === 'FAILED'))
        return 'FAILED';
    return status === 'WARNING' || subtasks.some((subtask) => subtask.status === 'WARNING')
        ? 'WARNING'
        : 'SUCCESSFUL';
}


/***/ }),

/***/ 4138:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ isForkPullRequest),
/* harmony export */   Cy: () => (/* binding */ sessionName),
/* harmony export */   Eu: () => (/* binding */ idTokenRequest),
/* harmony export */   m8: () => (/* binding */ REQUEST_TOKEN),
/* harmony export */   rX: () => (/* binding */ ID_TOKEN_STEP)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7934);
/* harmony import */ var _core_text_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(522);


const REQUEST_TOKEN = 'ACTIONS_ID_TOKEN_REQUEST_TOKEN';
const answerShape = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ value: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(_core_text_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .SECRET */ .bB)) });
const pullRequestShape = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    pull_request: valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        head: valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ repo: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ full_name: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })) }),
        base: valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ repo: valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ full_name: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }) }),
    }),
});
function idTokenRequest(readVariable, audience) {
    const address = readVariable('ACTIONS_ID_TOKEN_REQUEST_URL');
    const requestToken = readVariable(REQUEST_TOKEN);
    if (requestToken.length < _core_text_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .MIN_SECRET_LENGTH */ .vb || !URL.canParse(address))
        return undefined;
    const url = new URL(address);
    url.searchParams.set('audience', audience);
    const headers = {
        accept: 'application/json',
        authorization: `bearer ${requestToken}`,
        'user-agent': 'wait-for-dlf-task',
    };
    return { method: 'GET', url, headers };
}
const ID_TOKEN_STEP = {
    successes: [200],
    secretsIn(body) {
        const reading = readIdToken(body);
        return 'value' in reading ? [reading.value] : [];
    },
    read: readIdToken,
};
function readIdToken(body) {
    const result = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(answerShape, body);
    return result.success ? result.output : { flaw: (0,_core_text_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .secretFlaw */ .LI)("the field 'value'") };
}
function isForkPullRequest({ eventName, payload, }) {
    if (eventName === 'pull_request_target')
        return false;
    const result = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(pullRequestShape, payload);
    if (!result.success)
        return false;
    const { head, base } = result.output.pull_request;
    return head.repo?.full_name !== base.repo.full_name;
}
function sessionName(readVariable) {
    const name = `gh-${readVariable('GITHUB_RUN_ID')}-${readVariable('GITHUB_RUN_ATTEMPT')}`;
    return name.replace(/[^\w=,.@-]/g, '-').slice(0, 128);
}


/***/ }),

/***/ 7657:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  j: () => (/* binding */ createRunner)
});

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function utils_toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __nccwpck_require__(4942);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/auth.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class BasicCredentialHandler {
    constructor(username, password) {
        this.username = username;
        this.password = password;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class auth_BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class PersonalAccessTokenCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
//# sourceMappingURL=auth.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
var oidc_utils_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_.platform();
const arch = external_os_.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function core_setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function core_debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function core_warning(message, properties = {}) {
    command_issueCommand('warning', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
// EXTERNAL MODULE: ./src/core/text/redact.ts
var text_redact = __nccwpck_require__(522);
// EXTERNAL MODULE: ./src/core/text/markdown.ts
var markdown = __nccwpck_require__(8970);
;// CONCATENATED MODULE: ./src/github/docs-links.ts

const CITATION = /(docs\/[\w-]+\.md)(?:, "([^"\n]{1,100})")?/g;
const REPOSITORY = /^[\w.-]+\/[\w.-]+$/;
const REF = /^[\w.+@/-]+$/;
function createDocsLinks(readVariable) {
    const repository = readVariable('GITHUB_ACTION_REPOSITORY');
    const ref = readVariable('GITHUB_ACTION_REF');
    const server = readVariable('GITHUB_SERVER_URL') || 'https://github.com';
    if (!REPOSITORY.test(repository) || !REF.test(ref))
        return { inText: (text) => text, inMarkdown: markdown/* phrase */.MZ };
    const urlOf = (path, title) => encodeURI(`${server}/${repository}/blob/${ref}/${path}${title === undefined ? '' : `#${anchorOf(title)}`}`);
    return {
        inText: (text) => text.replace(CITATION, (_, path, title) => urlOf(path, title)),
        inMarkdown(text) {
            let written = (0,markdown.md) ``;
            let end = 0;
            for (const { 0: citation, 1: path = '', 2: title, index } of text.matchAll(CITATION)) {
                written = (0,markdown.md) `${written}${(0,markdown/* phrase */.MZ)(text.slice(end, index))}${(0,markdown/* link */.nf)(title ?? path, urlOf(path, title))}`;
                end = index + citation.length;
            }
            return (0,markdown.md) `${written}${(0,markdown/* phrase */.MZ)(text.slice(end))}`;
        },
    };
}
function anchorOf(heading) {
    return heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}_ -]/gu, '')
        .replaceAll(' ', '-');
}

// EXTERNAL MODULE: ./src/core/text/plain.ts
var plain = __nccwpck_require__(8331);
;// CONCATENATED MODULE: ./src/github/workflow-text.ts

const MAX_LINE = 4000;
const MAX_ANNOTATION = 4096;
const CUT_NOTE = '… (cut here: the job summary has more)';
const FINDING = /(\d[)\]:,]*\s+(?:-\s+)?(?:fatal\s+)?)([ewi])(rror|arning|nfo)/gi;
const WORD_JOINER = '\u2060';
function logLine(text) {
    return commandFree(text).replace(FINDING, `$1$2${WORD_JOINER}$3`);
}
function commandFree(text) {
    return (0,plain/* plainText */.wh)(text, MAX_LINE)
        .replace(/##(?=\[)/g, '# #')
        .replace(/^(\s*):(?=:)/, '$1: ');
}
function annotationText(text) {
    return text.length <= MAX_ANNOTATION ? text : (0,plain/* cutBefore */.m0)(text, MAX_ANNOTATION - CUT_NOTE.length) + CUT_NOTE;
}

;// CONCATENATED MODULE: ./src/github/runner.ts




function createRunner(env) {
    const { add, redact } = (0,text_redact/* createRedactor */.lY)();
    const links = createDocsLinks((name) => env[name] ?? '');
    const line = (text) => logLine(links.inText(redact(text)));
    const shown = (text) => commandFree(links.inText(text));
    const annotate = (write) => (message, title) => {
        const lines = redact(message).split('\n').map(shown);
        write(annotationText(lines.join('\n')), { title: shown(redact(title)) });
    };
    const warning = annotate(core_warning);
    const notWritten = (what, cause) => {
        warning(`${what} could not be written: ${cause instanceof Error ? cause.message : String(cause)}`, 'Report incomplete');
    };
    return {
        readInput: (name) => getInput(name),
        mask(secret) {
            core_setSecret(secret);
            add(secret);
        },
        redact,
        links,
        info: (text) => {
            info(line(text));
        },
        debug: (text) => {
            core_debug(line(text));
        },
        group(title, texts) {
            startGroup(line(title));
            for (const text of texts)
                info(line(text));
            endGroup();
        },
        warning,
        error: annotate(error),
        setOutput(name, value) {
            try {
                if (!env.GITHUB_OUTPUT)
                    throw new Error('GITHUB_OUTPUT is not set');
                setOutput(name, value);
                return true;
            }
            catch (cause) {
                notWritten(`Output '${name}'`, cause);
                return false;
            }
        },
        async writeSummary(markdown) {
            try {
                await summary.addRaw(redact(markdown), true).write();
            }
            catch (cause) {
                notWritten('The job summary', cause);
            }
        },
        saveState(name, value) {
            if (!env.GITHUB_STATE)
                return;
            try {
                saveState(name, value);
            }
            catch (cause) {
                notWritten(`State '${name}' for the post step`, cause);
            }
        },
        readState: (name) => getState(name),
    };
}


/***/ }),

/***/ 1347:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ deliver)
/* harmony export */ });
/* harmony import */ var _core_text_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2691);
/* harmony import */ var _status_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5095);


async function deliver(status, publication, { limitMs, cancelledMs }, { createStatus, clock, cancelled, redact }) {
    const ended = new AbortController();
    const startMs = clock.now();
    const send = async () => {
        try {
            await createStatus(status, publication, ended.signal);
            return undefined;
        }
        catch (cause) {
            return (0,_status_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .explainFault */ .Oy)(cause, redact);
        }
    };
    const watch = async () => {
        await clock.sleep(limitMs, AbortSignal.any([ended.signal, cancelled]));
        const leftMs = startMs + limitMs - clock.now();
        if (cancelled.aborted)
            await clock.sleep(Math.min(cancelledMs, leftMs), ended.signal);
        return (0,_status_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .lateFault */ .p$)((0,_core_text_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(clock.now() - startMs));
    };
    try {
        return await Promise.race([send(), watch()]);
    }
    finally {
        ended.abort();
    }
}


/***/ }),

/***/ 5095:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Oy: () => (/* binding */ explainFault),
/* harmony export */   gT: () => (/* binding */ warnUnpublished),
/* harmony export */   p$: () => (/* binding */ lateFault)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7934);
/* harmony import */ var _core_text_plain_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8331);


const MAX_QUOTED = 200;
const answered = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    status: valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    message: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    response: valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ headers: valibot__WEBPACK_IMPORTED_MODULE_1__/* .fallback */ .NpB(valibot__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()), {}) }),
});
const PERMISSION = 'permissions: { statuses: write }';
const REMEDIES = {
    401: "GitHub does not accept the token. Leave the input out, or set it to the job's own token: github-token: ${{ github.token }}",
    403: `Give the job the permission: ${PERMISSION}. (For a pull request from a fork or from Dependabot the token is always read-only.)`,
    404: `Check that status-sha is a commit of this repository, for example status-sha: \${{ github.event.pull_request.head.sha }}, and give the job the permission: ${PERMISSION}`,
    422: 'Check that status-sha is a commit of this repository, for example status-sha: ${{ github.event.pull_request.head.sha }}. A commit accepts at most 1000 statuses with the same status-context.',
};
const MOVED = "If the repository was renamed or moved during this run, start the workflow again; otherwise check the runner's GITHUB_API_URL and HTTPS_PROXY.";
const RATE_LIMIT = 'GitHub is rate limiting this token. Run the job again later.';
const UNREACHABLE = 'Run the job again when GitHub answers. On a self-hosted runner, check HTTPS_PROXY, NO_PROXY and NODE_EXTRA_CA_CERTS.';
function explainFault(thrown, redact) {
    const quote = (text) => (0,_core_text_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(redact(text), MAX_QUOTED);
    const error = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(answered, thrown);
    if (!error.success) {
        const text = thrown instanceof Error ? thrown.message : String(thrown);
        return { lasting: false, reason: quote(text), remedy: UNREACHABLE };
    }
    const { status, message, response } = error.output;
    const reason = `GitHub answered HTTP ${String(status)}: ${quote(message)}`;
    if (isRateLimit(status, message, response.headers))
        return { lasting: false, reason, remedy: RATE_LIMIT };
    const remedy = status >= 300 && status < 400 ? MOVED : REMEDIES[status];
    return { lasting: remedy !== undefined, reason, remedy: remedy ?? UNREACHABLE };
}
function lateFault(elapsed) {
    return { lasting: false, reason: `GitHub did not answer within ${elapsed}`, remedy: UNREACHABLE };
}
function isRateLimit(status, message, headers) {
    if (status === 429)
        return true;
    const limited = headers['retry-after'] !== undefined ||
        headers['x-ratelimit-remaining'] === '0' ||
        /rate limit/i.test(message);
    return status === 403 && limited;
}
function warnUnpublished({ reason, remedy }, context, { warning }) {
    warning(`Commit status '${context}' could not be published: ${reason}. ${remedy} The result of this step does not change.`, 'Commit status not published');
}


/***/ }),

/***/ 2020:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ readPending),
/* harmony export */   f: () => (/* binding */ savePending)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7934);

const STATE_NAME = 'commit-status';
const shape = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    sha: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    context: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    state: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['error', 'failure', 'success']),
    description: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    hasVerdict: valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    warned: valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
});
function savePending({ saveState }, status) {
    saveState(STATE_NAME, status === undefined ? '' : JSON.stringify(status));
}
function readPending({ readState }) {
    const saved = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qFJ(), shape), readState(STATE_NAME));
    return saved.success ? saved.output : undefined;
}


/***/ }),

/***/ 5530:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bb: () => (/* binding */ placeFacts),
/* harmony export */   Sh: () => (/* binding */ foldedPlace),
/* harmony export */   Uc: () => (/* binding */ overviewTable)
/* harmony export */ });
/* harmony import */ var _core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8970);
/* harmony import */ var _core_report_sentences_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5640);
/* harmony import */ var _core_task_subtask_counts_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4679);
/* harmony import */ var _core_text_plain_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8331);
/* harmony import */ var _summary_style_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9660);





const MAX_OPEN_TASKS = 20;
const MAX_NAME = 80;
const MAX_MESSAGE = 150;
function overviewTable(tasks, style) {
    const { labels, moreTasks, status } = style.messages.words;
    const words = tasks.map(({ verdict }) => status(verdict));
    const verdict = (0,_summary_style_js__WEBPACK_IMPORTED_MODULE_4__/* .columnTitle */ .HY)(labels.verdict, words);
    const reasons = tasks.map((task) => reason(task, style));
    const withReasons = reasons.some((each) => each !== '');
    const head = [
        verdict,
        labels.task,
        ...(withReasons ? [labels.message] : []),
        (0,_summary_style_js__WEBPACK_IMPORTED_MODULE_4__/* .columnTitle */ .HY)(labels.subtasks, []),
        (0,_summary_style_js__WEBPACK_IMPORTED_MODULE_4__/* .columnTitle */ .HY)(labels.duration, []),
    ];
    const rows = tasks.map((task, index) => overviewRow(task, withReasons ? [reasons[index] ?? ''] : [], style));
    const rest = rows.slice(MAX_OPEN_TASKS);
    return (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .blocks */ .Bv)((0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .tableOf */ .c_)(head, rows.slice(0, MAX_OPEN_TASKS)), rest.length === 0 ? undefined : (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fold */ .AU)(moreTasks(rest.length), (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .tableOf */ .c_)(head, rest)));
}
function foldedPlace(style) {
    const facts = placeFacts(style);
    return facts.length === 0 ? undefined : (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fold */ .AU)(facts.map(([label]) => label).join(' · '), (0,_summary_style_js__WEBPACK_IMPORTED_MODULE_4__/* .factsTable */ .wd)(facts));
}
function placeFacts({ messages, report: { place } }) {
    if (place === undefined)
        return [];
    const { labels } = messages.words;
    const { project, workspace, region, endpoint } = place;
    return [
        [labels.project, (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(project)],
        [labels.workspace, workspace === undefined ? labels.defaultWorkspace : (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(workspace)],
        region === undefined ? [labels.endpoint, endpoint] : [labels.region, (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(region)],
    ];
}
function overviewRow(report, reasons, style) {
    const { id, verdict, task } = report;
    return (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .tableRow */ .jD)([
        (0,_summary_style_js__WEBPACK_IMPORTED_MODULE_4__/* .signed */ .x8)(_summary_style_js__WEBPACK_IMPORTED_MODULE_4__/* .ICONS */ .Ze[verdict], style.messages.words.status(verdict)),
        (0,_summary_style_js__WEBPACK_IMPORTED_MODULE_4__/* .namedCell */ .ub)(task?.name, id, MAX_NAME),
        ...reasons,
        countsByIcon(report),
        ((0,_summary_style_js__WEBPACK_IMPORTED_MODULE_4__/* .durationOf */ .cf)(task, style) ?? '').replaceAll(' ', '\u00A0'),
    ]);
}
function countsByIcon({ counts }) {
    return _core_task_subtask_counts_js__WEBPACK_IMPORTED_MODULE_2__/* .SUBTASK_GROUPS */ .lW.filter((group) => counts[group] > 0)
        .map((group) => `${_summary_style_js__WEBPACK_IMPORTED_MODULE_4__/* .ICONS */ .Ze[group]} ${String(counts[group])}`)
        .join(' ');
}
function reason(report, { messages, report: step }) {
    const { verdict, task, end, subtasks, error } = report;
    if (verdict === 'SUCCESSFUL')
        return '';
    if (end.kind === 'not-found')
        return (0,_core_text_plain_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(error?.code ?? '', MAX_MESSAGE);
    if (end.kind !== 'answered')
        return (0,_core_text_plain_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(messages.outcome(report, step), MAX_MESSAGE);
    const [bad] = subtasks;
    if (bad?.status !== verdict)
        return (0,_core_text_plain_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(task?.message ?? '', MAX_MESSAGE);
    const title = (0,_core_text_plain_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)((0,_core_report_sentences_js__WEBPACK_IMPORTED_MODULE_1__/* .titleOf */ .Gg)(bad), MAX_NAME);
    return (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md) `${title}<br>${(0,_core_text_plain_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(bad.message ?? messages.words.noReason, MAX_MESSAGE)}`;
}


/***/ }),

/***/ 9660:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ bytesOf),
/* harmony export */   HY: () => (/* binding */ columnTitle),
/* harmony export */   Ze: () => (/* binding */ ICONS),
/* harmony export */   cf: () => (/* binding */ durationOf),
/* harmony export */   fI: () => (/* binding */ problemText),
/* harmony export */   gH: () => (/* binding */ problemList),
/* harmony export */   n$: () => (/* binding */ moment),
/* harmony export */   ub: () => (/* binding */ namedCell),
/* harmony export */   uv: () => (/* binding */ MAX_CAUSES),
/* harmony export */   wd: () => (/* binding */ factsTable),
/* harmony export */   x8: () => (/* binding */ signed)
/* harmony export */ });
/* harmony import */ var _core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8970);
/* harmony import */ var _core_text_plain_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8331);


const ICONS = {
    FAILED: '❌',
    NOT_FOUND: '❓',
    ERROR: '⛔',
    TIMED_OUT: '⏰',
    CANCELLED: '🛑',
    WARNING: '⚠️',
    RUNNING: '⏳',
    OTHER: '❔',
    SUCCESSFUL: '✅',
};
const MAX_CAUSES = 3;
const MAX_ID = 100;
const HAN = /\p{Script=Han}/u;
const SIGN_WIDTH = 24;
const HAN_WIDTH = 16;
const SPACE_WIDTH = 4.4;
function namedCell(name, id, maxName) {
    const shownId = (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_core_text_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(id, MAX_ID));
    return name === undefined || name === ''
        ? shownId
        : (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md) `${(0,_core_text_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(name, maxName)}<br><sub>${shownId}</sub>`;
}
function signed(sign, word) {
    return `${sign}\u00A0${word}`;
}
function columnTitle(title, words) {
    const longest = Math.max(0, ...words.filter((word) => HAN.test(word)).map((word) => word.length));
    const missing = longest === 0 ? 0 : SIGN_WIDTH + (longest - 1) * HAN_WIDTH;
    return (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .widened */ ["do"])(title, Math.ceil(missing / SPACE_WIDTH));
}
function factsTable(facts) {
    const [head = [], ...rows] = facts.flatMap(([label, value]) => value === undefined ? [] : [[label, value]]);
    return (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(head, rows);
}
function moment(epochMs) {
    return epochMs === undefined
        ? undefined
        : new Date(epochMs)
            .toISOString()
            .replace('T', ' ')
            .replace(/\.\d+Z$/, ' UTC');
}
function durationOf(task, { messages }) {
    const { startTime, endTime } = task ?? {};
    return startTime === undefined || endTime === undefined || endTime < startTime
        ? undefined
        : messages.words.duration(endTime - startTime);
}
function bytesOf({ markdown }) {
    return (0,_core_text_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8Length */ .wI)(markdown);
}
function problemList(problems, maxLength, links) {
    const texts = problems.map((problem) => problemText(problem, maxLength, links.inMarkdown));
    const [only, ...others] = texts;
    return only !== undefined && others.length === 0 ? (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .bold */ .Cr)(only) : (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(texts);
}
function problemText(problem, maxLength, write = _core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .phrase */ .MZ) {
    const text = (0,_core_text_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(problem, maxLength);
    const [, before, id, after] = /^(.*\brequest )([\w-]{8,64})(?![\w-])(.*)$/.exec(text) ?? [];
    return id === undefined ? write(text) : (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md) `${write(before ?? '')}${(0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(id)}${write(after ?? '')}`;
}


/***/ }),

/***/ 716:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AX: () => (/* binding */ taskTable),
/* harmony export */   M_: () => (/* binding */ taskHead),
/* harmony export */   Oj: () => (/* binding */ taskTitle),
/* harmony export */   Q9: () => (/* binding */ nextStepLine)
/* harmony export */ });
/* harmony import */ var _core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8970);
/* harmony import */ var _core_report_sentences_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5640);
/* harmony import */ var _core_task_subtask_counts_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4679);
/* harmony import */ var _core_text_plain_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8331);
/* harmony import */ var _summary_overview_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5530);
/* harmony import */ var _summary_style_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9660);






const NAME = /`([\w-]{1,64})`/;
const MAX_TITLE = 200;
function taskTitle({ id, verdict, task }, { several }) {
    const name = task?.name === undefined ? (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(id) : (0,_core_report_sentences_js__WEBPACK_IMPORTED_MODULE_1__/* .clause */ .sb)(task.name, MAX_TITLE);
    return several ? (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md) `### ${_summary_style_js__WEBPACK_IMPORTED_MODULE_5__/* .ICONS */ .Ze[verdict]} ${name}` : undefined;
}
function taskHead(task, style) {
    if (task.verdict === 'SUCCESSFUL')
        return success(task, style);
    const { messages, report } = style;
    const next = nextStepLine([messages.nextStep(task, report), messages.guide(task, report)], style);
    return (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .blocks */ .Bv)(...causes(task, style), next);
}
function nextStepLine([step, guide], { messages, links }) {
    if (step === '')
        return undefined;
    const { join, labels, punctuation } = messages.words;
    const { colon, stop } = punctuation;
    const title = (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .bold */ .Cr)(labels.nextStep + colon.trim());
    const gap = (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .phrase */ .MZ)(colon.endsWith(' ') ? ' ' : '');
    return join([step, guide + stop])
        .split(NAME)
        .map((part, index) => (index % 2 === 0 ? links.inMarkdown(part) : (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(part)))
        .reduce((line, part) => (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md) `${line}${part}`, (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md) `${title}${gap}`);
}
function taskTable(task, style) {
    const { labels } = style.messages.words;
    const { message, name } = style.lengths;
    const { task: seen, error, quoted, requestId, noticedMs } = task;
    const said = error?.message ?? longMessage(task);
    return (0,_summary_style_js__WEBPACK_IMPORTED_MODULE_5__/* .factsTable */ .wd)([
        [labels.task, (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(task.id)],
        [labels.name, seen?.name === undefined ? undefined : (0,_core_text_plain_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(seen.name, name)],
        [labels.message, said === undefined ? undefined : (0,_core_text_plain_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(said, message)],
        [labels.code, error?.code === undefined ? undefined : (0,_core_text_plain_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(error.code, name)],
        ...(style.several ? [] : (0,_summary_overview_js__WEBPACK_IMPORTED_MODULE_4__/* .placeFacts */ .Bb)(style)),
        [labels.started, (0,_summary_style_js__WEBPACK_IMPORTED_MODULE_5__/* .moment */ .n$)(seen?.startTime)],
        [labels.ended, (0,_summary_style_js__WEBPACK_IMPORTED_MODULE_5__/* .moment */ .n$)(seen?.endTime)],
        [labels.duration, (0,_summary_style_js__WEBPACK_IMPORTED_MODULE_5__/* .durationOf */ .cf)(seen, style)],
        [labels.noticed, (0,_summary_style_js__WEBPACK_IMPORTED_MODULE_5__/* .moment */ .n$)(noticedMs)],
        [labels.quoted, quoted === undefined ? undefined : (0,_core_text_plain_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(quoted, message)],
        [labels.request, requestId === undefined ? undefined : (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_core_text_plain_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(requestId, name))],
    ]);
}
function longMessage({ task }) {
    return task?.message !== undefined && task.message.length > _core_report_sentences_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_QUOTED */ .kW ? task.message : undefined;
}
function causes(task, style) {
    const { verdict, task: seen, subtasks, counts } = task;
    const { words, outcome } = style.messages;
    const isJudged = verdict === 'FAILED' || verdict === 'WARNING';
    const known = isJudged ? (0,_core_text_plain_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(seen?.message ?? '', _core_report_sentences_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_QUOTED */ .kW).trim() : '';
    const badCount = isJudged ? counts[verdict] : 0;
    if (badCount === 0)
        return [(0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .bold */ .Cr)(known === '' ? outcome(task, style.report) : known)];
    return [
        ...subtasks.slice(0, Math.min(badCount, _summary_style_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_CAUSES */ .uv)).map((subtask) => subtaskCause(subtask, style)),
        ...(badCount > _summary_style_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_CAUSES */ .uv ? [(0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md) `${words.andMore('…', badCount - _summary_style_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_CAUSES */ .uv)}`] : []),
        ...(known === '' ? [] : [(0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md) `${known}`]),
    ];
}
function subtaskCause(subtask, { messages }) {
    const icon = _summary_style_js__WEBPACK_IMPORTED_MODULE_5__/* .ICONS */ .Ze[(0,_core_task_subtask_counts_js__WEBPACK_IMPORTED_MODULE_2__/* .groupOf */ .F8)(subtask)];
    const name = (0,_core_report_sentences_js__WEBPACK_IMPORTED_MODULE_1__/* .titleOf */ .Gg)(subtask, MAX_TITLE);
    return (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md) `${icon} ${name}<br>${(0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .bold */ .Cr)((0,_core_text_plain_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(subtask.message ?? messages.words.noReason, _core_report_sentences_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_QUOTED */ .kW))}`;
}
function success({ id, task, subtasks, counts }, style) {
    const { words } = style.messages;
    const parts = subtasks.length === 0 ? undefined : words.subtaskCounts(counts);
    const rest = [(0,_summary_style_js__WEBPACK_IMPORTED_MODULE_5__/* .durationOf */ .cf)(task, style), parts].filter((part) => part !== undefined).join(' · ');
    const name = (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .bold */ .Cr)((0,_core_report_sentences_js__WEBPACK_IMPORTED_MODULE_1__/* .clause */ .sb)(task?.name ?? id, MAX_TITLE));
    return rest === '' ? name : (0,_core_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md) `${name} · ${rest}`;
}


/***/ }),

/***/ 8272:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  D: () => (/* binding */ NO_TUNNEL),
  o: () => (/* binding */ createTransport)
});

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");
// EXTERNAL MODULE: ./src/core/wait/runtime.ts
var runtime = __nccwpck_require__(8089);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(8522);
;// CONCATENATED MODULE: ./src/http/body.ts

const MAX_BODY_BYTES = 8 * 1024 * 1024;
const SMALL_BODY_BYTES = 64 * 1024;
const MAX_LARGE_BODIES = 8;
const MAX_NAME_LENGTH = 40;
function createLargeBodies() {
    const reading = new Set();
    const waiting = new Set();
    return {
        enter(onTurn) {
            if (reading.size < MAX_LARGE_BODIES) {
                reading.add(onTurn);
                onTurn();
            }
            else
                waiting.add(onTurn);
        },
        leave(onTurn) {
            waiting.delete(onTurn);
            if (!reading.delete(onTurn))
                return;
            const [next] = waiting;
            if (next === undefined)
                return;
            waiting.delete(next);
            reading.add(next);
            next();
        },
    };
}
function readBody(response, largeBodies, onBody) {
    const decoder = new TextDecoder();
    const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
    let source;
    let text = '';
    let bytes = 0;
    let isOver = false;
    const resume = () => {
        source?.resume();
    };
    const end = (body) => {
        if (isOver)
            return;
        isOver = true;
        largeBodies.leave(resume);
        if (source !== response)
            source?.destroy();
        onBody(body);
    };
    const fail = (cause) => {
        end({ kind: 'unusable', cause });
    };
    const onError = (error) => {
        fail({ reason: 'cut', detail: error.code ?? error.message });
    };
    const complete = () => {
        end({ kind: 'complete', text: text + decoder.decode() });
    };
    const take = (chunk) => {
        const wasSmall = bytes <= SMALL_BODY_BYTES;
        bytes += chunk.length;
        if (bytes > MAX_BODY_BYTES) {
            fail({ reason: 'too-large' });
            return;
        }
        text += decoder.decode(chunk, { stream: true });
        if (!wasSmall || bytes <= SMALL_BODY_BYTES)
            return;
        source?.pause();
        largeBodies.enter(resume);
    };
    response.once('data', (first) => {
        const stream = decoded(response, encoding, first);
        if (stream === undefined) {
            fail({ reason: 'unknown-encoding', detail: encoding.slice(0, MAX_NAME_LENGTH) });
            return;
        }
        source = stream;
        stream.on('error', onError).on('end', complete).on('data', take);
        if (stream === response)
            take(first);
    });
    response.on('end', () => {
        if (!response.complete)
            fail({ reason: 'cut' });
        else if (source === undefined)
            complete();
    });
    response.on('error', onError);
    response.on('close', () => {
        if (!response.readableEnded)
            fail({ reason: 'cut' });
    });
}
function decoded(response, encoding, first) {
    if (encoding === 'identity' || encoding === '')
        return response;
    const decoder = decoderFor(encoding, first);
    if (decoder === undefined)
        return undefined;
    decoder.write(first);
    return response.pipe(decoder);
}
function decoderFor(encoding, first) {
    switch (encoding) {
        case 'gzip':
        case 'x-gzip':
            return (0,external_node_zlib_.createGunzip)();
        case 'deflate':
            return ((first[0] ?? 0) & 0x0f) === 8 ? (0,external_node_zlib_.createInflate)() : (0,external_node_zlib_.createInflateRaw)();
        case 'br':
            return (0,external_node_zlib_.createBrotliDecompress)();
        default:
            return undefined;
    }
}

;// CONCATENATED MODULE: ./src/http/transport.ts




const MAX_HEADER_BYTES = 65_536;
const CERTIFICATE_FAULTS = /^(?:ERR_TLS_CERT_|CERT_|SELF_SIGNED_CERT_|DEPTH_ZERO_|UNABLE_TO_(?:GET|VERIFY|DECRYPT|DECODE)_|CRL_|ERROR_IN_C(?:ERT|RL)_|HOSTNAME_MISMATCH|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_EXCEEDED)/;
const NO_TUNNEL = 'the proxy opened no tunnel';
const TUNNEL_FAULT = /^tunneling socket could not be established, (?:statusCode=(\d+)|cause=)|^got illegal response body from proxy/;
function createTransport(agents) {
    const largeBodies = createLargeBodies();
    return {
        send: (request, signal, limitMs = runtime/* ATTEMPT_TIMEOUT_MS */.F) => send({ agents, largeBodies }, request, signal, limitMs),
        dispose: () => {
            agents.dispose();
        },
    };
}
function send({ agents, largeBodies }, request, signal, limitMs) {
    return new Promise((resolve) => {
        let outgoing;
        let head;
        let settled = false;
        const settle = (result) => {
            if (settled)
                return;
            settled = true;
            clearTimeout(timer);
            signal.removeEventListener('abort', onAbort);
            resolve(result);
            if (result.kind === 'failure')
                outgoing?.destroy();
        };
        const fail = (cause) => {
            settle({ kind: 'failure', ...cause, ...head });
        };
        const onAbort = () => {
            fail({ reason: 'connection', detail: 'cancelled' });
        };
        const onError = (error) => {
            fail(causeOf(error, head !== undefined));
        };
        const timer = setTimeout(() => {
            fail({ reason: 'timeout' });
        }, limitMs);
        signal.addEventListener('abort', onAbort);
        if (signal.aborted) {
            onAbort();
            return;
        }
        try {
            outgoing = openRequest(request, agents);
            outgoing.on('response', (response) => {
                const seen = { status: response.statusCode ?? 0, headers: response.headers };
                head = seen;
                readBody(response, largeBodies, (body) => {
                    if (body.kind === 'complete')
                        settle({ kind: 'response', ...seen, body: body.text });
                    else
                        fail(body.cause);
                });
            });
            outgoing.on('error', onError);
            outgoing.end(request.body);
        }
        catch (cause) {
            onError(cause instanceof Error ? cause : new Error(String(cause)));
        }
    });
}
function openRequest({ method, url, headers }, agents) {
    const open = url.protocol === 'https:' ? external_node_https_namespaceObject.request : external_node_http_namespaceObject.request;
    return open(url, {
        agent: agents.getAgent(url.href),
        method,
        maxHeaderSize: MAX_HEADER_BYTES,
        headers: { 'accept-encoding': 'identity', ...headers },
    });
}
function causeOf(error, headCame) {
    const tunnel = TUNNEL_FAULT.exec(error.message);
    if (tunnel?.[1] === '407')
        return { reason: 'proxy-refused', detail: 'HTTP 407' };
    if (tunnel !== null) {
        const status = tunnel[1] === undefined ? '' : `, HTTP ${tunnel[1]}`;
        return { reason: 'connection', detail: NO_TUNNEL + status };
    }
    const detail = error.code ?? error.message;
    if (CERTIFICATE_FAULTS.test(detail))
        return { reason: 'untrusted-certificate', detail };
    return { reason: headCame ? 'cut' : 'connection', detail };
}


/***/ }),

/***/ 7739:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ fetch),
/* harmony export */   k: () => (/* binding */ ProxyAgent)
/* harmony export */ });
class ProxyAgent {
}
function fetch() {
    throw new Error('undici is not part of this bundle: send requests with src/http/transport.ts.');
}


/***/ }),

/***/ 5776:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ createCredential),
/* harmony export */   r: () => (/* binding */ accessKeyCredential)
/* harmony export */ });
/* harmony import */ var _core_task_omit_undefined_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1609);
/* harmony import */ var _service_service_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2402);
/* harmony import */ var _signer_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1314);



const SIGNED_HEADERS = ['workspace', 'x-project-id'];
const SKEW = /signature expired|signature time:/i;
const SERVER_TIME = /server time:\s*(\d{8}T\d{6}Z)/i;
const GIVEN = { ready: () => undefined, problem: () => undefined };
function createCredential(ready, clock) {
    if (ready.kind === 'access-key')
        return accessKeyCredential(ready.key, clock);
    return {
        accessKey: () => Promise.resolve(undefined),
        ...GIVEN,
        headersFor: () => Promise.resolve({ 'x-auth-token': ready.token }),
        recover: () => Promise.resolve(false),
    };
}
function accessKeyCredential(key, clock) {
    const correctionsMs = new WeakMap();
    return {
        accessKey: () => Promise.resolve(key),
        ...GIVEN,
        headersFor(request) {
            correctionsMs.set(request, clock.correctionMs());
            return Promise.resolve(signedHeaders(request, key, clock));
        },
        recover({ message = '' }, refused) {
            if (!SKEW.test(message))
                return Promise.resolve(false);
            learnServerTime(message, clock);
            const changeMs = clock.correctionMs() - (correctionsMs.get(refused) ?? 0);
            return Promise.resolve(Math.abs(changeMs) > _service_service_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .TOLERANCE_MS */ .Z);
        },
    };
}
function signedHeaders({ method, url, headers, body = '' }, key, clock) {
    const added = {
        'x-sdk-date': (0,_signer_js__WEBPACK_IMPORTED_MODULE_0__/* .sdkDate */ .z_)(clock.now()),
        ...(0,_core_task_omit_undefined_js__WEBPACK_IMPORTED_MODULE_2__/* .omitUndefined */ .O)({ 'x-security-token': key.securityToken }),
    };
    const signed = Object.entries(headers).filter(([name]) => SIGNED_HEADERS.includes(name));
    const parts = { method, url, headers: { ...Object.fromEntries(signed), host: url.host, ...added }, body };
    return { ...added, authorization: (0,_signer_js__WEBPACK_IMPORTED_MODULE_0__/* .authorizationFor */ .rv)(parts, key) };
}
function learnServerTime(message, clock) {
    const basic = SERVER_TIME.exec(message)?.[1];
    if (basic === undefined)
        return;
    const named = Date.parse(basic.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z'));
    if (!Number.isNaN(named))
        clock.learn(named);
}


/***/ }),

/***/ 1314:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   rv: () => (/* binding */ authorizationFor),
/* harmony export */   ug: () => (/* binding */ encodeSegment),
/* harmony export */   yn: () => (/* binding */ hideSignatures),
/* harmony export */   z_: () => (/* binding */ sdkDate)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

const ALGORITHM = 'SDK-HMAC-SHA256';
function authorizationFor({ method, url, headers, body = '' }, { id, secret }) {
    const sorted = Object.entries(headers).toSorted(byNameThenValue);
    const signedHeaders = sorted.map(([name]) => name).join(';');
    const canonicalRequest = [
        method,
        canonicalPath(url.pathname),
        canonicalQuery(url.searchParams),
        sorted.map(([name, value]) => `${name}:${value.trim()}\n`).join(''),
        signedHeaders,
        sha256(body),
    ].join('\n');
    const stringToSign = [ALGORITHM, headers['x-sdk-date'], sha256(canonicalRequest)].join('\n');
    const signature = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', secret).update(stringToSign).digest('hex');
    return `${ALGORITHM} Access=${id}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
}
function sdkDate(epochMs) {
    return new Date(epochMs).toISOString().replace(/[-:]|\.\d{3}/g, '');
}
function hideSignatures(text) {
    if (text.length < 64 && !text.includes('='))
        return text;
    return text.replace(/[0-9a-f]{64}|(?<![A-Za-z\d+/])[A-Za-z\d+/]{27}=(?!=)/gi, '***');
}
function canonicalPath(pathname) {
    const path = pathname
        .split('/')
        .map((segment) => encodeSegment(decode(segment)))
        .join('/');
    return path.endsWith('/') ? path : `${path}/`;
}
function canonicalQuery(query) {
    return [...query]
        .toSorted(byNameThenValue)
        .map(([name, value]) => `${encodeSegment(name)}=${encodeSegment(value)}`)
        .join('&');
}
function byNameThenValue(a, b) {
    return compare(a[0], b[0]) || compare(a[1], b[1]);
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
function encodeSegment(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
function decode(segment) {
    try {
        return decodeURIComponent(segment);
    }
    catch {
        return segment;
    }
}
function sha256(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}


/***/ }),

/***/ 4636:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ endpointOf)
/* harmony export */ });
const DOMAINS = new Map([['eu-west-101', 'myhuaweicloud.eu']]);
const FACTORY_NAMES = new Map([['cn-east-4', 'dayu']]);
function endpointOf(service, region) {
    const name = service === 'factory' ? (FACTORY_NAMES.get(region) ?? 'dayu-dlf') : service;
    return `https://${name}.${region}.${DOMAINS.get(region) ?? 'myhuaweicloud.com'}`;
}


/***/ }),

/***/ 8116:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  sJ: () => (/* binding */ dateHeader),
  qF: () => (/* binding */ parseJson),
  QC: () => (/* binding */ readServiceAnswer),
  Eu: () => (/* binding */ unexpectedBody),
  Qj: () => (/* binding */ withFacts)
});

// EXTERNAL MODULE: ./src/core/task/omit-undefined.ts
var omit_undefined = __nccwpck_require__(1609);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __nccwpck_require__(7934);
// EXTERNAL MODULE: ./src/core/task/lenient.ts
var lenient = __nccwpck_require__(1610);
;// CONCATENATED MODULE: ./src/huaweicloud/service/service-error.ts



const flat = dist/* object */.Ikc({
    error_code: lenient/* lenientText */.t,
    error_msg: lenient/* lenientText */.t,
    code: lenient/* lenientText */.t,
    message: lenient/* lenientText */.t,
    title: lenient/* lenientText */.t,
    request_id: lenient/* lenientText */.t,
});
const shape = dist/* object */.Ikc({ ...flat.entries, error: dist/* fallback */.NpB(dist/* optional */.lqM(flat), undefined) });
const declaring = dist/* object */.Ikc({
    error_code: dist/* pipe */.FsL(dist/* unknown */.L5J(), dist/* check */.z6Y((code) => code !== null && code !== '')),
});
function readErrorBody(body) {
    const seen = dist/* safeParse */.xLC(shape, body);
    if (!seen.success)
        return { declared: false, error: {} };
    const { error: inner = {}, ...outer } = seen.output;
    const code = outer.error_code ?? inner.error_code ?? outer.code ?? inner.code;
    const message = outer.error_msg ?? inner.error_msg ?? outer.message ?? inner.message ?? inner.title;
    const requestId = outer.request_id ?? inner.request_id;
    const error = (0,omit_undefined/* omitUndefined */.O)({ code, message, requestId });
    return { declared: dist.is(declaring, body) || dist.is(dist/* object */.Ikc({ error: declaring }), body), error };
}

;// CONCATENATED MODULE: ./src/huaweicloud/service/service-answer.ts


const SECONDS = /^\d{1,9}(?:\.\d+)?$/;
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const FINAL_REASONS = {
    401: 'unauthorized',
    403: 'forbidden',
    404: 'no-such-api',
};
function readServiceAnswer(result, now, successes = [200]) {
    if (result.kind === 'response')
        return readResponse(result, now, successes);
    const { reason, status = 0, headers = {}, detail } = result;
    const seen = { ...(0,omit_undefined/* omitUndefined */.O)({ httpStatus: result.status, detail }) };
    if (status === 401)
        return { kind: 'final', fault: { reason: 'unauthorized', ...seen } };
    const passing = (why) => ({
        kind: 'passing',
        fault: { reason: why, ...seen, ...(0,omit_undefined/* omitUndefined */.O)({ retryAfterMs: retryAfter(headers, status, now) }) },
    });
    if (status === 429)
        return passing('throttled');
    if (reason === 'connection' || reason === 'timeout' || reason === 'cut')
        return passing(reason);
    return status > 0 && isPassing(status)
        ? passing('http-status')
        : { kind: 'final', fault: { reason, ...seen } };
}
function unexpectedBody(error, httpStatus = 200) {
    return { kind: 'passing', fault: faultOf('unexpected-body', httpStatus, error) };
}
function withFacts(answer, facts) {
    return { ...answer, fault: { ...answer.fault, ...facts } };
}
function dateHeader(headers) {
    return parseHttpDate(textHeader(headers, 'date') ?? '');
}
function readResponse(response, now, successes) {
    const { status, headers } = response;
    const body = parseJson(response.body);
    const { declared, error: said } = readErrorBody(body);
    const requestId = said.requestId ?? textHeader(headers, 'x-request-id') ?? textHeader(headers, 'x-iam-trace-id');
    const error = { ...said, ...(0,omit_undefined/* omitUndefined */.O)({ requestId }) };
    const passing = (reason) => ({
        kind: 'passing',
        fault: {
            ...faultOf(reason, status, error),
            ...(0,omit_undefined/* omitUndefined */.O)({ retryAfterMs: retryAfter(headers, status, now) }),
        },
    });
    const final = (reason) => ({
        kind: 'final',
        fault: faultOf(reason, status, error),
    });
    if (status === 429)
        return passing('throttled');
    const isSuccess = successes.includes(status);
    if (!isSuccess && isPassing(status))
        return passing('http-status');
    if (!isSuccess)
        return final(status < 400 ? 'redirected' : (FINAL_REASONS[status] ?? 'rejected'));
    if (declared)
        return final('error-in-success');
    const serverTimeMs = dateHeader(headers);
    return { kind: 'success', body, error, ...(0,omit_undefined/* omitUndefined */.O)({ requestId, serverTimeMs }) };
}
function isPassing(status) {
    return (status < 300 && status !== 200) || status === 408 || status >= 500;
}
function faultOf(reason, httpStatus, error) {
    return { reason, httpStatus, ...(Object.keys(error).length > 0 && { error }) };
}
function retryAfter(headers, status, now) {
    const text = textHeader(headers, 'retry-after');
    if (text === undefined || (status !== 429 && status !== 503))
        return undefined;
    const ms = SECONDS.test(text)
        ? Number(text) * 1000
        : (parseHttpDate(text) ?? Number.NaN) - (dateHeader(headers) ?? now());
    return ms > 0 ? ms : undefined;
}
function parseHttpDate(text) {
    const ms = HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(ms) ? undefined : ms;
}
function textHeader(headers, name) {
    const value = headers[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function parseJson(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
    }
    return value;
}


/***/ }),

/***/ 710:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _4: () => (/* binding */ createServiceCall),
/* harmony export */   ac: () => (/* binding */ NO_KEY_IN_TIME),
/* harmony export */   eP: () => (/* binding */ repeatedOnce)
/* harmony export */ });
/* harmony import */ var _core_wait_runtime_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8089);
/* harmony import */ var _core_task_omit_undefined_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1609);
/* harmony import */ var _service_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8116);



const NO_KEY_IN_TIME = 'no temporary key in time';
const TOO_LATE = { kind: 'passing', fault: { reason: 'timeout', detail: NO_KEY_IN_TIME } };
const LATE = Symbol('late');
function createServiceCall({ send, credential, clock, serviceClock }) {
    let refusal = { kind: 'final', fault: { reason: 'unauthorized' } };
    async function refused(answer, request, inTime) {
        const advised = (0,_service_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .withFacts */ .Qj)(answer, (0,_core_task_omit_undefined_js__WEBPACK_IMPORTED_MODULE_1__/* .omitUndefined */ .O)({ advice: credential.refusedAdvice }));
        refusal = advised;
        const better = await inTime(credential.recover(answer.fault.error ?? {}, request));
        if (better === LATE)
            return credential.problem() ?? TOO_LATE;
        return better ? { ...advised, worthRepeating: true } : advised;
    }
    return async (request, signal, limitMs = _core_wait_runtime_js__WEBPACK_IMPORTED_MODULE_2__/* .ATTEMPT_TIMEOUT_MS */ .F) => {
        const endMs = clock.now() + Math.min(limitMs, _core_wait_runtime_js__WEBPACK_IMPORTED_MODULE_2__/* .ATTEMPT_TIMEOUT_MS */ .F);
        const inTime = before(endMs, clock, signal);
        const key = credential.ready();
        const isLate = key !== undefined && (await inTime(key)) === LATE;
        const added = isLate ? undefined : await credential.headersFor(request);
        if (added === undefined) {
            return { answer: credential.problem() ?? (isLate ? TOO_LATE : refusal), attempts: 0 };
        }
        const signed = { ...request, headers: { ...request.headers, ...added } };
        const result = await send(signed, signal, endMs - clock.now());
        const answer = (0,_service_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .readServiceAnswer */ .QC)(result, serviceClock.now);
        const serviceMs = result.kind === 'response' ? (0,_service_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .dateHeader */ .sJ)(result.headers) : undefined;
        if (serviceMs !== undefined && !isFromGateway(answer))
            serviceClock.learn(serviceMs);
        return { answer: isRefusal(answer) ? await refused(answer, request, inTime) : answer, attempts: 1 };
    };
}
function repeatedOnce(call) {
    return async (...request) => {
        const first = await call(...request);
        if (!('worthRepeating' in first.answer))
            return first;
        const second = await call(...request);
        return { ...second, attempts: first.attempts + second.attempts };
    };
}
function isFromGateway(answer) {
    return answer.kind === 'passing' || (answer.kind === 'success' && answer.body === undefined);
}
function isRefusal(answer) {
    return answer.kind === 'final' && answer.fault.reason === 'unauthorized';
}
function before(endMs, clock, signal) {
    return async (work) => {
        const done = new AbortController();
        const over = clock.sleep(endMs - clock.now(), AbortSignal.any([signal, done.signal]));
        const first = await Promise.race([work, over.then(() => LATE)]);
        done.abort();
        return first;
    };
}


/***/ }),

/***/ 2402:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ TOLERANCE_MS),
/* harmony export */   o: () => (/* binding */ createServiceClock)
/* harmony export */ });
const TOLERANCE_MS = 60_000;
function createServiceClock(wallClock) {
    let offsetMs = 0;
    return {
        now: () => wallClock() + offsetMs,
        learn(serviceMs) {
            const difference = serviceMs - wallClock();
            offsetMs = Math.abs(difference) > TOLERANCE_MS ? difference : 0;
        },
        correctionMs: () => offsetMs,
    };
}


/***/ }),

/***/ 9649:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ serviceRequest)
/* harmony export */ });
/* harmony import */ var _core_task_omit_undefined_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1609);

function serviceRequest({ endpoint, project, workspace, language }, { method, path, body }) {
    return {
        method,
        url: new URL(`${endpoint}/v1/${project}/${path}`),
        headers: {
            accept: 'application/json',
            'content-type': 'application/json',
            'user-agent': 'wait-for-dlf-task',
            'x-language': language,
            'x-project-id': project,
            ...(0,_core_task_omit_undefined_js__WEBPACK_IMPORTED_MODULE_0__/* .omitUndefined */ .O)({ workspace }),
        },
        ...(0,_core_task_omit_undefined_js__WEBPACK_IMPORTED_MODULE_0__/* .omitUndefined */ .O)({ body }),
    };
}


/***/ }),

/***/ 7610:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  d: () => (/* binding */ readConnection)
});

// EXTERNAL MODULE: ./src/core/task/omit-undefined.ts
var omit_undefined = __nccwpck_require__(1609);
// EXTERNAL MODULE: ./src/inputs/credential.ts
var inputs_credential = __nccwpck_require__(9912);
// EXTERNAL MODULE: ./src/inputs/proxy.ts
var inputs_proxy = __nccwpck_require__(3553);
// EXTERNAL MODULE: ./src/huaweicloud/endpoints.ts
var endpoints = __nccwpck_require__(4636);
// EXTERNAL MODULE: ./src/inputs/reader.ts
var reader = __nccwpck_require__(9066);
// EXTERNAL MODULE: ./src/core/text/id.ts
var id = __nccwpck_require__(6290);
;// CONCATENATED MODULE: ./src/inputs/oidc.ts




const URN = /^[\x21-\x7e]{1,1500}$/;
const ROWS = {
    provider: {
        name: 'oidc-provider',
        parse: (0,reader/* matching */.wC)(URN, 'the name of an identity provider (1 to 64 letters, digits, _ or -) or its URN (at most 1500 printable ASCII characters without blanks)'),
    },
    agency: {
        name: 'oidc-agency',
        parse: (0,reader/* matching */.wC)(URN, 'a URN of at most 1500 printable ASCII characters without blanks'),
    },
    audience: {
        name: 'oidc-audience',
        parse: (0,reader/* matching */.wC)(/^[\x21-\x7e]{1,255}$/, 'printable ASCII without blanks'),
    },
    stsEndpoint: { name: 'sts-endpoint', parse: reader/* parseBaseUrl */.Q2 },
    iamEndpoint: { name: 'iam-endpoint', parse: reader/* parseBaseUrl */.Q2 },
};
const DEFAULT_AUDIENCE = 'huaweicloud';
const TWO_WAYS = "Federated user: set 'oidc-provider' to the name of the identity provider, and leave 'oidc-agency' empty. Trust agency: set both to a URN (docs/authentication.md, \"Choose a way\").";
function wantsOidc({ readInput }) {
    return readInput(ROWS.provider.name) !== '' || readInput(ROWS.agency.name) !== '';
}
function readOidc(reader, regionIsEmpty, region = '') {
    const { optional, readInput, problems } = reader;
    const provider = optional(ROWS.provider);
    const agency = optional(ROWS.agency);
    const audience = optional(ROWS.audience) ?? DEFAULT_AUDIENCE;
    const given = { sts: optional(ROWS.stsEndpoint), iam: optional(ROWS.iamEndpoint) };
    if (!wantsOidc(reader))
        return undefined;
    reportMixtures(reader);
    const service = id.ID.test(readInput(ROWS.provider.name)) ? 'iam' : 'sts';
    if (regionIsEmpty && readInput(`${service}-endpoint`) === '') {
        problems.push(`Inputs 'region' and '${service}-endpoint' are both empty. Set region, or ${service}-endpoint to the base URL of ${service.toUpperCase()}.`);
    }
    const endpoint = given[service] ?? (0,endpoints/* endpointOf */.X)(service, region);
    if (provider === undefined)
        return undefined;
    if (service === 'iam')
        return chosen({ kind: 'federated-user', provider, audience, iamEndpoint: endpoint });
    if (agency === undefined)
        return undefined;
    return chosen({ kind: 'trust-agency', provider, agency, audience, stsEndpoint: endpoint });
}
function chosen(choice) {
    const who = choice.kind === 'federated-user'
        ? `as federated user of identity provider ${choice.provider}`
        : `as trust agency ${choice.agency}`;
    const from = `the workflow's ID token (audience ${choice.audience}), ${who}`;
    return { ...choice, used: { kind: choice.kind, from } };
}
function reportMixtures({ readInput, problems }) {
    const [provider, agency] = [readInput(ROWS.provider.name), readInput(ROWS.agency.name)];
    const isName = id.ID.test(provider);
    if (provider === '') {
        problems.push(`Input 'oidc-provider' is missing: 'oidc-agency' needs the URN of the identity provider. ${TWO_WAYS}`);
    }
    else if (isName && agency !== '') {
        problems.push(`Inputs 'oidc-provider' and 'oidc-agency' do not match: the name of a provider takes no agency. ${TWO_WAYS}`);
    }
    else if (!isName && agency === '') {
        problems.push(`Input 'oidc-agency' is missing: 'oidc-provider' is a URN, which needs an agency. ${TWO_WAYS}`);
    }
    const others = Object.values(inputs_credential/* INPUT_NAMES */.Qh).filter((name) => readInput(name) !== '');
    if (others.length > 0) {
        problems.push(`Inputs 'oidc-provider' and '${others.join("', '")}' are two kinds of credential. Give one of them.`);
    }
}

;// CONCATENATED MODULE: ./src/inputs/connection.ts






const connection_ROWS = {
    project: { name: 'project', parse: (0,reader/* anId */.pJ)('a project id') },
    workspace: { name: 'workspace', parse: (0,reader/* anId */.pJ)('a workspace id') },
    region: { name: 'region', parse: (0,reader/* matching */.wC)(/^(?!xn--)[a-z0-9-]{1,32}$/, 'a region such as cn-north-4') },
    endpoint: { name: 'endpoint', parse: reader/* parseBaseUrl */.Q2 },
};
const PROJECT_VARIABLES = inputs_credential/* ENVIRONMENT_FAMILIES */.Rd.map(({ project }) => project);
const REGION_VARIABLES = inputs_credential/* ENVIRONMENT_FAMILIES */.Rd.flatMap(({ region }) => region ?? []);
function readConnection(reader) {
    const { problems, orVariable, optional } = reader;
    const before = problems.length;
    const project = orVariable(connection_ROWS.project, PROJECT_VARIABLES);
    const workspace = optional(connection_ROWS.workspace);
    const region = orVariable(connection_ROWS.region, REGION_VARIABLES);
    const endpoint = optional(connection_ROWS.endpoint) ?? (region && (0,endpoints/* endpointOf */.X)('factory', region));
    const regionIsEmpty = isEmpty(reader, 'region', REGION_VARIABLES);
    const oidc = readOidc(reader, regionIsEmpty, region);
    const credential = wantsOidc(reader) ? oidc : (0,inputs_credential/* chooseCredential */.P$)(reader);
    if (isEmpty(reader, 'project', PROJECT_VARIABLES)) {
        problems.push(`Input 'project' is empty. Set it, or ${PROJECT_VARIABLES.join(' or ')}, to the id of the project.`);
    }
    if (reader.readInput('endpoint') === '' && regionIsEmpty) {
        problems.push(`Inputs 'region' and 'endpoint' are both empty. Set region, or ${REGION_VARIABLES.join(' or ')}, for example to cn-north-4.`);
    }
    const proxy = (0,inputs_proxy/* invalidProxyVariable */.oJ)(reader.readVariable);
    if (proxy !== undefined) {
        problems.push(`Environment variable '${proxy}' must be the address of a proxy such as http://proxy.example:8080; the value is not shown.`);
    }
    const incomplete = project === undefined || endpoint === undefined || credential === undefined;
    if (incomplete || problems.length > before)
        return undefined;
    return {
        project,
        ...(0,omit_undefined/* omitUndefined */.O)({ workspace, region }),
        endpoint,
        credential,
    };
}
function isEmpty({ readInput, readVariable }, input, variables) {
    return readInput(input) === '' && variables.every((name) => readVariable(name) === '');
}


/***/ }),

/***/ 9912:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BN: () => (/* binding */ givenSecrets),
/* harmony export */   P$: () => (/* binding */ chooseCredential),
/* harmony export */   Qh: () => (/* binding */ INPUT_NAMES),
/* harmony export */   Rd: () => (/* binding */ ENVIRONMENT_FAMILIES)
/* harmony export */ });
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9066);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(795);


const ENVIRONMENT_FAMILIES = [
    {
        accessKeyId: 'HUAWEI_CLOUD_ACCESS_KEY_ID',
        secretAccessKey: 'HUAWEI_CLOUD_SECRET_ACCESS_KEY',
        securityToken: 'HUAWEI_CLOUD_SECURITY_TOKEN',
        region: 'HUAWEI_CLOUD_REGION',
        project: 'HUAWEI_CLOUD_PROJECT_ID',
    },
    {
        accessKeyId: 'HUAWEICLOUD_SDK_AK',
        secretAccessKey: 'HUAWEICLOUD_SDK_SK',
        securityToken: 'HUAWEICLOUD_SDK_SECURITY_TOKEN',
        project: 'HUAWEICLOUD_SDK_PROJECT_ID',
    },
    {
        accessKeyId: 'HW_ACCESS_KEY',
        secretAccessKey: 'HW_SECRET_KEY',
        securityToken: 'HW_SECURITY_TOKEN',
        token: 'HW_AUTH_TOKEN',
        region: 'HW_REGION_NAME',
        project: 'HW_PROJECT_ID',
    },
];
const INPUT_NAMES = {
    accessKeyId: 'access-key-id',
    secretAccessKey: 'secret-access-key',
    securityToken: 'security-token',
    token: 'token',
};
function givenSecrets(readInput, readVariable) {
    const inputs = [...secretNames(INPUT_NAMES), _status_js__WEBPACK_IMPORTED_MODULE_1__/* .GITHUB_TOKEN */ .G];
    return [...inputs.map(readInput), ...ENVIRONMENT_FAMILIES.flatMap(secretNames).map(readVariable)];
}
function secretNames({ secretAccessKey, securityToken, token }) {
    return [secretAccessKey, securityToken, token].filter((name) => name !== undefined);
}
function chooseCredential(reader) {
    const { readInput, readVariable, problems } = reader;
    const inputs = { what: 'Input', read: readInput, ...INPUT_NAMES };
    const families = ENVIRONMENT_FAMILIES.map((names) => ({
        what: 'Environment variable',
        read: readVariable,
        ...names,
    }));
    const family = [inputs, ...families].find((candidate) => setNames(candidate).length > 0);
    if (family === undefined) {
        problems.push(noCredential());
        return undefined;
    }
    const found = problemsOf(family);
    problems.push(...found);
    return found.length > 0 ? undefined : takeWhole(family);
}
function takeWhole({ what, read, ...names }) {
    const from = (...used) => {
        const quoted = used.map((name) => `\`${name}\``).join(' and ');
        return what === 'Input' ? `the ${quoted} input${used.length > 1 ? 's' : ''}` : quoted;
    };
    if (read(names.accessKeyId) === '') {
        const name = names.token ?? '';
        return { kind: 'token', token: read(name), used: { kind: 'token', from: from(name) } };
    }
    const securityToken = read(names.securityToken);
    const key = {
        id: read(names.accessKeyId),
        secret: read(names.secretAccessKey),
        ...(securityToken !== '' && { securityToken }),
    };
    const kind = securityToken === '' ? 'access-key' : 'temporary-key';
    return { kind: 'access-key', key, used: { kind, from: from(names.accessKeyId, names.secretAccessKey) } };
}
function problemsOf(family) {
    const { what, read, accessKeyId, secretAccessKey, token } = family;
    const given = setNames(family);
    const pair = [accessKeyId, secretAccessKey];
    const keyParts = given.filter((name) => name !== token);
    const missing = keyParts.length === 0 ? [] : pair.filter((name) => read(name) === '');
    const twoKinds = what === 'Input' && keyParts.length > 0 && given.length > keyParts.length;
    return [
        ...missing.map((name) => `${what} '${name}' is missing: it belongs to '${keyParts.join("' and '")}'. Set it too, or define its secret: pull requests from forks and from Dependabot get none.`),
        ...(twoKinds
            ? [`Inputs '${keyParts.join("', '")}' and 'token' are two kinds of credential. Give one of them.`]
            : []),
        ...given.flatMap((name) => {
            const problemOf = name === accessKeyId ? _reader_js__WEBPACK_IMPORTED_MODULE_0__/* .credentialProblem */ .FL : _reader_js__WEBPACK_IMPORTED_MODULE_0__/* .secretProblem */ .oR;
            return problemOf(`${what} '${name}'`, read(name)) ?? [];
        }),
    ];
}
function setNames(family) {
    return [family.accessKeyId, ...secretNames(family)].filter((name) => family.read(name) !== '');
}
function noCredential() {
    const pairs = ENVIRONMENT_FAMILIES.map(({ accessKeyId, secretAccessKey }) => `${accessKeyId} and ${secretAccessKey}`);
    const tokens = ENVIRONMENT_FAMILIES.flatMap(({ token }) => token ?? []);
    return [
        "There is no credential. Set the input 'oidc-provider' (keyless), or 'access-key-id' and 'secret-access-key', or 'token',",
        `or set the environment variables ${[...pairs, ...tokens].join(', or ')}. If they are set from secrets: pull requests from forks and from Dependabot get none.`,
    ].join(' ');
}


/***/ }),

/***/ 3553:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KX: () => (/* binding */ completeProxyAddresses),
/* harmony export */   PK: () => (/* binding */ proxyPasswords),
/* harmony export */   oJ: () => (/* binding */ invalidProxyVariable)
/* harmony export */ });
const PROXY_VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];
function completeProxyAddresses(env) {
    for (const name of PROXY_VARIABLES) {
        const address = (env[name] ?? '').trim();
        if (address !== '' && !/^[a-z][a-z\d+.-]*:\/\//i.test(address))
            env[name] = `http://${address}`;
    }
}
function invalidProxyVariable(readVariable) {
    return PROXY_VARIABLES.find((name) => {
        const address = readVariable(name);
        return address !== '' && (!URL.canParse(address) || new URL(address).hostname === '');
    });
}
function proxyPasswords(readVariable) {
    return PROXY_VARIABLES.flatMap((name) => {
        const address = readVariable(name);
        const url = [address, `http://${address}`].find((text) => URL.canParse(text) && new URL(text).password !== '');
        return url === undefined ? [] : bothForms(new URL(url).password);
    });
}
function bothForms(password) {
    try {
        return [...new Set([password, decodeURIComponent(password)])];
    }
    catch {
        return [password];
    }
}


/***/ }),

/***/ 9066:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FL: () => (/* binding */ credentialProblem),
/* harmony export */   Q2: () => (/* binding */ parseBaseUrl),
/* harmony export */   S3: () => (/* binding */ ID_WORDS),
/* harmony export */   Z1: () => (/* binding */ MAX_SHOWN),
/* harmony export */   h9: () => (/* binding */ durationBetween),
/* harmony export */   ic: () => (/* binding */ createInputReader),
/* harmony export */   oR: () => (/* binding */ secretProblem),
/* harmony export */   pJ: () => (/* binding */ anId),
/* harmony export */   wC: () => (/* binding */ matching),
/* harmony export */   yG: () => (/* binding */ parseBoolean),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _core_text_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(522);
/* harmony import */ var _core_text_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2691);
/* harmony import */ var _core_text_id_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6290);
/* harmony import */ var _core_text_plain_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8331);




const MAX_SHOWN = 80;
const ID_WORDS = '1 to 64 letters, digits, _ or -';
const PRINTABLE = /^[\x21-\x7e]*$/;
function createInputReader({ readInput, readVariable, }) {
    const problems = [];
    const parse = (what, row, text) => {
        if (text === '')
            return undefined;
        const parsed = row.parse(text);
        if ('value' in parsed)
            return parsed.value;
        const seen = (0,_core_text_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .wh)(withoutUserInfo(text), MAX_SHOWN);
        problems.push(`${what} must be ${parsed.expected}; got '${seen}'.`);
        return undefined;
    };
    const optional = (row) => parse(`Input '${row.name}'`, row, readInput(row.name));
    return {
        problems,
        readInput,
        readVariable,
        optional,
        orVariable(row, variables) {
            if (readInput(row.name) !== '')
                return optional(row);
            const name = variables.find((variable) => readVariable(variable) !== '');
            return name === undefined ? undefined : parse(`Environment variable '${name}'`, row, readVariable(name));
        },
        reportEmpty(name, problem) {
            if (readInput(name) === '')
                problems.push(problem);
        },
    };
}
function credentialProblem(what, text) {
    return PRINTABLE.test(text)
        ? undefined
        : `${what} must be printable ASCII without blanks; the value is not shown.`;
}
function secretProblem(what, text) {
    const problem = credentialProblem(what, text);
    if (problem !== undefined || text === '' || text.length >= _core_text_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .MIN_SECRET_LENGTH */ .vb)
        return problem;
    return `${what} must have at least ${String(_core_text_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .MIN_SECRET_LENGTH */ .vb)} characters; the value is not shown.`;
}
function matching(pattern, expected) {
    return (text) => (pattern.test(text) ? { value: text } : { expected });
}
function oneOf(words) {
    return (text) => {
        const value = words.find((word) => word === text);
        return value === undefined ? { expected: words.join(' or ') } : { value };
    };
}
function anId(what) {
    return matching(_core_text_id_js__WEBPACK_IMPORTED_MODULE_3__.ID, `${what}: ${ID_WORDS}`);
}
function durationBetween(minMs, maxMs, range) {
    return (text) => {
        const ms = (0,_core_text_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(text);
        const valid = ms !== undefined && ms >= minMs && ms <= maxMs;
        return valid ? { value: ms } : { expected: `a duration such as 90s, 15m or 1h30m, ${range}` };
    };
}
function parseBoolean(text) {
    if (/^(?:true|True|TRUE)$/.test(text))
        return { value: true };
    return /^(?:false|False|FALSE)$/.test(text) ? { value: false } : { expected: 'true or false' };
}
function parseBaseUrl(text) {
    const expected = 'a base URL such as https://host.example, without user, query or fragment (http only for loopback)';
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
    if (url === undefined || !secure || /[\s?#@\\]/.test(text))
        return { expected };
    return { value: `${url.origin}${url.pathname}`.replace(/\/+$/, '') };
}
function isLoopback(host) {
    return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
function withoutUserInfo(text) {
    return text.replace(/^([^:@]*:[/\\]*|\/\/).*@/s, '$1***@');
}


/***/ }),

/***/ 6463:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ SetupError)
/* harmony export */ });
class SetupError extends Error {
    problems;
    error;
    constructor(problems, { error, ...options } = {}) {
        super(problems.join('\n'), options);
        this.name = 'SetupError';
        this.problems = problems;
        this.error = error;
    }
}


/***/ }),

/***/ 795:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ GITHUB_TOKEN),
/* harmony export */   S: () => (/* binding */ readStatusInputs)
/* harmony export */ });
/* harmony import */ var _core_text_commit_sha_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3209);
/* harmony import */ var _core_task_omit_undefined_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1609);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9066);



const ROWS = {
    context: {
        name: 'status-context',
        parse: (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)(/^[^\p{Cc}\u2028\u2029]{1,255}$/u, 'one line of at most 255 characters'),
    },
    sha: {
        name: 'status-sha',
        parse: (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)(_core_text_commit_sha_js__WEBPACK_IMPORTED_MODULE_1__/* .COMMIT_SHA */ .p, 'the full SHA of a commit, 40 or 64 hexadecimal digits'),
    },
};
const GITHUB_TOKEN = 'github-token';
function readStatusInputs(reader) {
    const context = reader.optional(ROWS.context);
    const sha = reader.optional(ROWS.sha);
    const githubToken = reader.readInput(GITHUB_TOKEN);
    const problem = context && (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .secretProblem */ .oR)(`Input '${GITHUB_TOKEN}'`, githubToken);
    if (problem !== undefined)
        reader.problems.push(problem);
    return context === undefined ? undefined : { context, ...(0,_core_task_omit_undefined_js__WEBPACK_IMPORTED_MODULE_2__/* .omitUndefined */ .O)({ sha }), githubToken };
}


/***/ }),

/***/ 1730:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _github_runner_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7657);
/* harmony import */ var _post_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6661);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1327);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(464);




process.exitCode = 1;
process.stdout.on('error', () => undefined);
const runner = (0,_github_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .createRunner */ .j)(process.env);
const useCase = process.argv[2];
process.on('uncaughtException', (cause) => {
    const annotate = useCase === 'post' ? runner.warning : runner.error;
    annotate(`Internal error: ${String(cause)}. Please report it.`, 'Internal error');
    process.exit(1);
});
const context = (0,_process_js__WEBPACK_IMPORTED_MODULE_2__/* .createProcess */ .K)(process, runner);
async function carryOut() {
    if (useCase === 'post')
        return (0,_post_js__WEBPACK_IMPORTED_MODULE_1__/* .closeCommitStatus */ .I)(context);
    if (useCase !== 'import')
        return (0,_wait_js__WEBPACK_IMPORTED_MODULE_3__/* .waitForSystemTasks */ .o)(context);
    const { importJobs } = await Promise.all(/* import() */[__nccwpck_require__.e(189), __nccwpck_require__.e(820)]).then(__nccwpck_require__.bind(__nccwpck_require__, 820));
    return importJobs(context);
}
const succeeded = await carryOut();
context.dispose();
process.stdout.write('', () => {
    process.exit(succeeded ? 0 : 1);
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 6661:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ closeCommitStatus)
/* harmony export */ });
/* harmony import */ var _github_status_status_delivery_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1347);
/* harmony import */ var _github_status_status_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5095);
/* harmony import */ var _github_status_status_handover_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2020);
/* harmony import */ var _inputs_status_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(795);




const TIME = { limitMs: 3000, cancelledMs: 1500 };
async function closeCommitStatus(context) {
    const { runner, readRun } = context;
    const status = (0,_github_status_status_handover_js__WEBPACK_IMPORTED_MODULE_2__/* .readPending */ .c)(runner);
    if (status === undefined)
        return true;
    const { sha, state, hasVerdict, warned } = status;
    const cause = hasVerdict ? 'could not be published before' : 'was left pending by a run that was killed';
    runner.info(`Commit status '${status.context}' on ${sha} ${cause}.`);
    const publication = { run: readRun(), token: runner.readInput(_inputs_status_js__WEBPACK_IMPORTED_MODULE_3__/* .GITHUB_TOKEN */ .G) };
    const fault = await (0,_github_status_status_delivery_js__WEBPACK_IMPORTED_MODULE_0__/* .deliver */ .c)(status, publication, TIME, context);
    if (fault === undefined)
        runner.info(`Commit status '${status.context}' is ${state}.`);
    else if (warned)
        runner.info(`Commit status '${status.context}' could not be published: ${fault.reason}.`);
    else
        (0,_github_status_status_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .warnUnpublished */ .gT)(fault, status.context, runner);
    return true;
}


/***/ }),

/***/ 1327:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  K: () => (/* binding */ createProcess)
});

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __nccwpck_require__(4942);
// EXTERNAL MODULE: ./src/core/text/redact.ts
var redact = __nccwpck_require__(522);
// EXTERNAL MODULE: ./src/inputs/credential.ts
var credential = __nccwpck_require__(9912);
;// CONCATENATED MODULE: ./src/github/cancellation.ts
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'];
function cancellationSignal(process) {
    const controller = new AbortController();
    const cancel = () => {
        controller.abort();
    };
    for (const name of SIGNALS)
        process.on(name, cancel);
    return controller.signal;
}

// EXTERNAL MODULE: ./src/github/id-token.ts
var id_token = __nccwpck_require__(4138);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./src/core/task/omit-undefined.ts
var omit_undefined = __nccwpck_require__(1609);
;// CONCATENATED MODULE: ./src/github/run-context.ts


function readRunContext(readVariable) {
    const repository = readVariable('GITHUB_REPOSITORY');
    const runId = readVariable('GITHUB_RUN_ID');
    const server = readVariable('GITHUB_SERVER_URL') || 'https://github.com';
    const attempt = readVariable('GITHUB_RUN_ATTEMPT') || '1';
    const page = `${server}/${repository}/actions/runs/${runId}/attempts/${attempt}`;
    return {
        eventName: readVariable('GITHUB_EVENT_NAME'),
        payload: readPayload(readVariable('GITHUB_EVENT_PATH')),
        sha: readVariable('GITHUB_SHA'),
        repository,
        ...(0,omit_undefined/* omitUndefined */.O)({ url: runId === '' ? undefined : page }),
    };
}
function readPayload(path) {
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/core/report/words-en.ts
var words_en = __nccwpck_require__(7111);
;// CONCATENATED MODULE: ./src/github/status/octokit-fetch.ts


function createOctokitFetch(send) {
    return async (url, { method, headers, body, signal }) => {
        const request = { method, url: new URL(url), headers, ...(0,omit_undefined/* omitUndefined */.O)({ body }) };
        const result = await send(request, signal);
        if (result.kind === 'failure') {
            const detail = result.detail === undefined ? '' : ` (${result.detail})`;
            throw new Error(words_en/* english */.x.faults[result.reason] + detail);
        }
        return {
            status: result.status,
            url,
            headers: new Map(Object.entries(result.headers).flatMap(([name, value]) => value === undefined ? [] : [[name, [value].flat().join(', ')]])),
            text: () => Promise.resolve(result.body),
            arrayBuffer: () => Promise.resolve(new TextEncoder().encode(result.body).buffer),
        };
    };
}

;// CONCATENATED MODULE: ./src/github/status/status-api.ts



const CREATED = 201;
const nothing = () => undefined;
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };
function createStatusApi(load, send) {
    const fetch = createOctokitFetch(send);
    return async ({ sha, state, context, description }, { run, token }, signal) => {
        const { getOctokit } = await load();
        const { rest } = getOctokit(token, { userAgent: 'wait-for-dlf-task' });
        const [owner = '', repo = ''] = run.repository.split('/');
        const { status } = await rest.repos.createCommitStatus({
            ...{ owner, repo, sha, state, context, description },
            ...(0,omit_undefined/* omitUndefined */.O)({ target_url: run.url }),
            request: { signal, log: SILENT, fetch },
        });
        if (status !== CREATED)
            throw unexpected(status);
    };
}
function unexpected(status) {
    if (status >= 300 && status < 400) {
        return Object.assign(new Error(words_en/* english */.x.faults.redirected), { status, response: { headers: {} } });
    }
    return new Error(`HTTP ${String(status)} instead of ${String(CREATED)}`);
}

// EXTERNAL MODULE: ./src/inputs/proxy.ts
var proxy = __nccwpck_require__(3553);
// EXTERNAL MODULE: ./src/http/transport.ts + 3 modules
var transport = __nccwpck_require__(8272);
// EXTERNAL MODULE: ./src/huaweicloud/credential/credentials.ts
var credentials = __nccwpck_require__(5776);
// EXTERNAL MODULE: ./src/huaweicloud/service/service-clock.ts
var service_clock = __nccwpck_require__(2402);
// EXTERNAL MODULE: ./src/huaweicloud/credential/signer.ts
var signer = __nccwpck_require__(1314);
;// CONCATENATED MODULE: ./src/process.ts













function createProcess(process, runner) {
    const readVariable = (name) => (process.env[name] ?? '').trim();
    (0,proxy/* completeProxyAddresses */.KX)(process.env);
    const secrets = [...(0,credential/* givenSecrets */.BN)(runner.readInput, readVariable), readVariable(id_token/* REQUEST_TOKEN */.m8)];
    const isLong = (secret) => secret.length >= redact/* MIN_SECRET_LENGTH */.vb;
    secrets.filter(isLong).forEach(runner.mask);
    (0,proxy/* proxyPasswords */.PK)(readVariable)
        .map((password) => (isLong(password) ? password : `:${password}@`))
        .forEach(runner.mask);
    const shared = {
        runner,
        connect: () => connect().send,
        readVariable,
        readRun: () => readRunContext(readVariable),
        createStatus: createStatusApi(() => __nccwpck_require__.e(/* import() */ 413).then(__nccwpck_require__.bind(__nccwpck_require__, 2413)), connect().send),
        clock: realClock,
        serviceClock: (0,service_clock/* createServiceClock */.o)(Date.now),
        random: Math.random,
        cancelled: cancellationSignal(process),
        redact: (text) => (0,signer/* hideSignatures */.yn)(runner.redact(text)),
    };
    return {
        ...shared,
        ...connect(),
        async signIn(choice, neededMs) {
            if (choice.kind === 'token' || choice.kind === 'access-key') {
                return (0,credentials/* createCredential */.G)(choice, shared.serviceClock);
            }
            const { signIn } = await __nccwpck_require__.e(/* import() */ 14).then(__nccwpck_require__.bind(__nccwpck_require__, 2014));
            return signIn(choice, neededMs, shared);
        },
    };
}
const realClock = {
    now: () => performance.now(),
    async sleep(ms, signal) {
        const wakeMs = performance.now() + ms;
        for (let left = ms; left > 0 && !signal.aborted; left = wakeMs - performance.now()) {
            await (0,promises_namespaceObject.setTimeout)(Math.ceil(left), undefined, { signal }).catch(() => undefined);
        }
    },
};
function connect() {
    return (0,transport/* createTransport */.o)(new lib/* HttpClient */.Qq('wait-for-dlf-task', [], { allowRedirects: false, keepAlive: true }));
}


/***/ }),

/***/ 464:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  o: () => (/* binding */ waitForSystemTasks)
});

// UNUSED EXPORTS: run

// EXTERNAL MODULE: ./src/core/report/messages.ts + 1 modules
var messages = __nccwpck_require__(3936);
// EXTERNAL MODULE: ./src/core/report/report.ts
var report_report = __nccwpck_require__(4702);
// EXTERNAL MODULE: ./src/core/task/omit-undefined.ts
var omit_undefined = __nccwpck_require__(1609);
// EXTERNAL MODULE: ./src/core/task/remote-texts.ts
var remote_texts = __nccwpck_require__(6342);
// EXTERNAL MODULE: ./src/core/text/plain.ts
var plain = __nccwpck_require__(8331);
;// CONCATENATED MODULE: ./src/core/task/prepare-answer.ts


const MAX_SUBTASKS_OF_STEP = 30_000;
const MIN_SUBTASKS_OF_TASK = 1000;
const MAX_WHOLE_TEXTS = 120 * 1024;
const MAX_TEXTS_OF_STEP = 32 * 1024 * 1024;
const MIN_TEXT = 500;
function keptSubtasks(taskCount) {
    return Math.max(MIN_SUBTASKS_OF_TASK, Math.floor(MAX_SUBTASKS_OF_STEP / taskCount));
}
function preparedPoll(poll, redact, taskCount) {
    return async (...request) => cutTexts((0,remote_texts/* mapTexts */.z)(await poll(...request), redact), taskCount);
}
function cutTexts(answer, taskCount) {
    let units = 0;
    let longTexts = 0;
    (0,remote_texts/* mapTexts */.z)(answer, (text) => {
        units += text.length;
        if (text.length > MIN_TEXT)
            longTexts += 1;
        return text;
    });
    if (units <= MAX_WHOLE_TEXTS)
        return answer;
    const limit = Math.max(MIN_TEXT, Math.floor(MAX_TEXTS_OF_STEP / taskCount / longTexts));
    return (0,remote_texts/* mapTexts */.z)(answer, (text) => (text.length > limit ? copyOf(`${(0,plain/* cutBefore */.m0)(text, limit - 1)}…`) : text));
}
function copyOf(text) {
    return JSON.parse(JSON.stringify(text));
}

// EXTERNAL MODULE: ./src/core/wait/pauses.ts
var pauses = __nccwpck_require__(3998);
;// CONCATENATED MODULE: ./src/core/wait/decide.ts

const initialState = {
    polls: 0,
    faults: 0,
    throttles: 0,
    faultsInARow: 0,
    firstPollMs: undefined,
    task: undefined,
    requestId: undefined,
    missing: undefined,
};
const MAX_UNREACHED_MS = 120_000;
const MAX_AGE_MS = 7 * 86_400_000;
function isFromService(answer) {
    return !('fault' in answer) || answer.fault.reason === 'throttled';
}
function lastMomentMs(situation) {
    const { startMs, deadlineMs } = situation.limits;
    return situation.reachedService ? deadlineMs : Math.min(deadlineMs, startMs + MAX_UNREACHED_MS);
}
function decide(state, answer, situation) {
    switch (answer.kind) {
        case 'final':
            return { state, end: { kind: 'refused', fault: answer.fault } };
        case 'not-found':
            return onNotFound(state, answer.error, situation);
        case 'passing':
            return onPassingFault(state, answer.fault, situation);
        case 'task':
            return onTask(state, answer, situation);
    }
}
function onTask(before, answer, situation) {
    const { task, requestId } = answer;
    const state = { ...before, faultsInARow: 0, task, requestId, missing: undefined };
    const over = situation.nowMs >= situation.limits.deadlineMs;
    if (task.status === 'SUCCESSFUL' || task.status === 'FAILED')
        return { state, end: { kind: 'answered', task } };
    if (task.status === 'WARNING') {
        const settled = hasEnded(task, before.task) || (over && task.subtasks.some(({ status }) => status === 'FAILED'));
        if (settled)
            return { state, end: { kind: 'answered', task } };
    }
    const repeated = before.task !== undefined && !isKnownStatus(before.task.status);
    if (!isKnownStatus(task.status) && repeated)
        return { state, end: { kind: 'unknown-status', task } };
    if (over)
        return { state, end: endByStatus(task) };
    const pauseMs = (0,pauses/* pollPauseMs */.C)(ageMs(state, answer, situation), situation.pacing);
    return { state, pauseMs: cutToDeadline(pauseMs, situation) };
}
function onNotFound(before, error, situation) {
    const { nowMs, limits, pacing } = situation;
    const state = { ...before, faultsInARow: 0 };
    const waitedMs = nowMs - (state.firstPollMs ?? nowMs);
    const tolerated = state.task === undefined && waitedMs < limits.notFoundGraceMs && nowMs < limits.deadlineMs;
    if (!tolerated)
        return { state, end: { kind: 'not-found', error } };
    return {
        state: { ...state, missing: error },
        pauseMs: cutToDeadline((0,pauses/* pollPauseMs */.C)(waitedMs, pacing), situation),
    };
}
function onPassingFault(before, fault, situation) {
    const { nowMs, pacing } = situation;
    const throttled = fault.reason === 'throttled';
    const faultsInARow = before.faultsInARow + 1;
    const state = {
        ...before,
        faultsInARow,
        faults: before.faults + (throttled ? 0 : 1),
        throttles: before.throttles + (throttled ? 1 : 0),
    };
    const lastMoment = lastMomentMs(situation);
    if (nowMs >= lastMoment)
        return { state, end: endByLastAnswer(state, fault) ?? { kind: 'unreachable', fault } };
    const pauseMs = (0,pauses/* faultPauseMs */.z)(fault, faultsInARow, pacing.bounds.minMs, pacing.random);
    return { state, pauseMs: Math.min(pauseMs, lastMoment - nowMs) };
}
function endByLastAnswer({ missing, task }, fault) {
    if (missing !== undefined)
        return { kind: 'not-found', error: missing };
    const end = task && endByStatus(task);
    return end?.kind === 'timed-out' && fault.signIn !== undefined ? { ...end, fault } : end;
}
function endByStatus(task) {
    return { kind: isKnownStatus(task.status) ? 'timed-out' : 'unknown-status', task };
}
function hasEnded(task, earlier) {
    const sameUpdate = task.lastUpdate !== undefined && task.lastUpdate === earlier?.lastUpdate;
    return task.endTime !== undefined || (earlier?.status === 'WARNING' && sameUpdate);
}
function isKnownStatus(status) {
    return status === 'RUNNING' || status === 'WARNING';
}
function ageMs(state, answer, { nowMs }) {
    const byService = (answer.serverTimeMs ?? Number.NaN) - (answer.task.startTime ?? Number.NaN);
    const trusted = byService >= 0 && byService <= MAX_AGE_MS;
    return trusted ? byService : nowMs - (state.firstPollMs ?? nowMs);
}
function cutToDeadline(pauseMs, { nowMs, limits }) {
    return Math.min(pauseMs, limits.deadlineMs - nowMs);
}

;// CONCATENATED MODULE: ./src/core/wait/pacer.ts
const SPACING_MS = 1000 / 8;
const SECOND_MS = 1000;
const SLOWER = 1.5;
const FASTER = 0.9;
const FASTER_AFTER_MS = 3000;
const MAX_STRETCH = 4;
function createPacer(clock) {
    let stretch = 1;
    let slowedMs = Number.NEGATIVE_INFINITY;
    let spedMs = Number.NEGATIVE_INFINITY;
    return {
        stretch: () => stretch,
        slowDown() {
            const now = clock.now();
            if (now - slowedMs < SECOND_MS)
                return;
            slowedMs = now;
            stretch = Math.min(MAX_STRETCH, stretch * SLOWER);
        },
        speedUp() {
            const now = clock.now();
            if (now - spedMs < FASTER_AFTER_MS)
                return;
            spedMs = now;
            stretch = Math.max(1, stretch * FASTER);
        },
    };
}

;// CONCATENATED MODULE: ./src/core/wait/request-budget.ts

const MAX_UNPROVEN = 3;
const SILENCE_MS = 3000;
function createRequestBudget({ clock, stopped, ready, ...rules }) {
    const queue = [];
    let queueHeld = false;
    let proven = false;
    let inFlight = 0;
    let lastStartMs = Number.NEGATIVE_INFINITY;
    let nextStartMs = Number.NEGATIVE_INFINITY;
    let attemptOver = new AbortController();
    function releaseNext() {
        const next = queue.shift();
        if (next === undefined)
            queueHeld = false;
        else
            next();
    }
    function credentialWaitMs() {
        if (proven || inFlight === 0)
            return 0;
        return inFlight < MAX_UNPROVEN ? lastStartMs + SILENCE_MS - clock.now() : SILENCE_MS;
    }
    async function nextStart() {
        for (;;) {
            await ready();
            const leftMs = rules.endMs() - clock.now();
            const waitMs = Math.min(Math.max(nextStartMs - clock.now(), credentialWaitMs()), leftMs);
            if (waitMs <= 0 || stopped.aborted)
                return;
            attemptOver = new AbortController();
            await clock.sleep(waitMs, proven ? stopped : AbortSignal.any([stopped, attemptOver.signal]));
        }
    }
    return {
        async enter() {
            if (queueHeld)
                await new Promise((resolve) => void queue.push(resolve));
            queueHeld = true;
            await nextStart();
            inFlight += 1;
            lastStartMs = clock.now();
            nextStartMs = lastStartMs + Math.min(SPACING_MS * rules.stretch(), rules.maxSpacingMs());
            releaseNext();
        },
        leave(isProof) {
            inFlight -= 1;
            attemptOver.abort();
            proven ||= isProof;
        },
        isProven: () => proven,
        hold(ms) {
            nextStartMs = Math.max(nextStartMs, clock.now() + ms);
        },
    };
}

// EXTERNAL MODULE: ./src/core/wait/runtime.ts
var runtime = __nccwpck_require__(8089);
// EXTERNAL MODULE: ./src/core/wait/verdict.ts
var wait_verdict = __nccwpck_require__(6204);
;// CONCATENATED MODULE: ./src/core/wait/shared.ts






const LAST_ANSWER_MS = 5000;
function createSharedWait(taskCount, settings, context) {
    const { clock, awaitCredential } = context;
    const startMs = clock.now();
    const { timeoutMs, notFoundGraceMs } = settings;
    const limits = { startMs, deadlineMs: startMs + timeoutMs, notFoundGraceMs };
    const stop = stopOnCancel(context.cancelled);
    const pacer = createPacer(clock);
    const budget = createRequestBudget({
        clock,
        stopped: stop.signal,
        stretch: pacer.stretch,
        maxSpacingMs: () => maxSpacingMs(shared),
        endMs: () => lastRoundEndMs(shared),
        ready: () => inTime(shared, awaitCredential?.()),
    });
    const shared = {
        ...{ settings, context, limits, taskCount, pacer, budget, stop },
        activeTasks: taskCount,
        reachedService: false,
        lastFault: { reason: 'timeout' },
        unprovenRepeats: 0,
    };
    return shared;
}
async function enter(shared, state) {
    const { budget, stop } = shared;
    await budget.enter();
    const leftMs = lastRoundEndMs(shared) - shared.context.clock.now();
    if (!stop.signal.aborted && leftMs > 0)
        return leftMs;
    budget.leave(false);
    if (stop.signal.aborted)
        return stop.signal.reason;
    const problem = shared.context.keyProblem?.();
    const fault = problem?.kind === 'passing' ? problem.fault : shared.lastFault;
    return endByLastAnswer(state, fault) ?? { kind: 'unreachable', fault };
}
function mayRepeat(shared) {
    const { budget } = shared;
    if (!budget.isProven())
        shared.unprovenRepeats += 1;
    if (shared.unprovenRepeats > MAX_UNPROVEN)
        return false;
    budget.leave(false);
    return true;
}
function judge(shared, id, state, answer) {
    learnFrom(shared, answer);
    const { settings, context, limits, stop, activeTasks, pacer, reachedService } = shared;
    if (stop.signal.aborted && answer.kind === 'passing')
        return { state, end: stop.signal.reason };
    const pacing = {
        bounds: settings.bounds,
        activeTasks,
        stretch: pacer.stretch(),
        random: context.random(),
    };
    const nowMs = context.clock.now();
    const decision = decide(state, answer, { nowMs, limits, pacing, reachedService });
    context.onAnswer({ id, answer, decision, nowMs, limits });
    return decision;
}
function finish(shared, id, state, end) {
    const { settings, context, stop } = shared;
    shared.activeTasks -= 1;
    const { task, requestId, polls, faults, throttles } = state;
    const counts = { polls, faults, throttles, endedMs: context.clock.now() };
    const wait = { id, end, ...(0,omit_undefined/* omitUndefined */.O)({ task, requestId }), ...counts };
    context.onEnd(wait);
    if (settings.failFast && (0,wait_verdict/* failsStep */.ug)((0,wait_verdict/* verdictOf */.Vj)(end), settings.failOnWarning)) {
        stop.abort({ kind: 'cancelled', by: 'fail-fast' });
    }
    return wait;
}
function stopOnCancel(cancelled) {
    const stop = new AbortController();
    const onCancelled = () => {
        stop.abort({ kind: 'cancelled', by: 'signal' });
    };
    cancelled.addEventListener('abort', onCancelled);
    if (cancelled.aborted)
        onCancelled();
    return stop;
}
function learnFrom(shared, answer) {
    const { budget, pacer, stop } = shared;
    const wasSent = answer.attempts !== 0;
    budget.leave(wasSent && provesCredential(answer));
    shared.reachedService ||= wasSent && isFromService(answer);
    if (answer.kind === 'task')
        pacer.speedUp();
    if (answer.kind === 'passing') {
        shared.lastFault = answer.fault;
        if (wasSent)
            shared_onPassingFault(shared, answer.fault);
    }
    if (answer.kind === 'final' && answer.fault.reason === 'unauthorized') {
        stop.abort({ kind: 'refused', fault: answer.fault });
    }
}
function shared_onPassingFault(shared, { reason, retryAfterMs }) {
    if (reason !== 'throttled' && retryAfterMs === undefined)
        return;
    shared.pacer.slowDown();
    const leftMs = lastMomentMs(shared) - shared.context.clock.now();
    shared.budget.hold(Math.min(Math.max(retryAfterMs ?? 0, SECOND_MS), leftMs));
}
function provesCredential(answer) {
    if (!('fault' in answer))
        return true;
    const { httpStatus } = answer.fault;
    return httpStatus !== undefined && httpStatus !== 401;
}
function lastRoundEndMs(shared) {
    return lastMomentMs(shared) + runtime/* ATTEMPT_TIMEOUT_MS */.F + shared.taskCount * SPACING_MS;
}
function maxSpacingMs(shared) {
    const nowMs = shared.context.clock.now();
    if (nowMs < lastMomentMs(shared))
        return Number.POSITIVE_INFINITY;
    return Math.max(SPACING_MS, (lastRoundEndMs(shared) - LAST_ANSWER_MS - nowMs) / shared.activeTasks);
}
async function inTime(shared, ready) {
    if (ready === undefined)
        return;
    const { context, stop } = shared;
    const done = new AbortController();
    const signal = AbortSignal.any([stop.signal, done.signal]);
    await Promise.race([ready, context.clock.sleep(lastRoundEndMs(shared) - context.clock.now(), signal)]);
    done.abort();
}

;// CONCATENATED MODULE: ./src/core/wait/waiter.ts



async function waitForTasks(ids, settings, context) {
    const shared = createSharedWait(ids.length, settings, context);
    const ofStep = new Set(ids);
    const poll = async (id, ...limits) => rejectForeignAnswer(id, ofStep, await context.poll(id, ...limits));
    const waits = await Promise.all(ids.map((id) => waitForTask(id, shared, poll)));
    return { startMs: shared.limits.startMs, waits };
}
function rejectForeignAnswer(id, ofStep, answer) {
    const answeredId = answer.kind === 'task' ? (answer.task.id ?? id) : id;
    if (answeredId === id || !ofStep.has(answeredId))
        return answer;
    const fault = { reason: 'unexpected-body', httpStatus: 200, detail: `answer for ${answeredId}` };
    return { kind: 'passing', fault, ...(0,omit_undefined/* omitUndefined */.O)({ attempts: answer.attempts }) };
}
async function waitForTask(id, shared, poll) {
    const { clock } = shared.context;
    const stopped = AbortSignal.any([shared.stop.signal]);
    let state = initialState;
    let isRepeated = false;
    for (;;) {
        const turn = await enter(shared, state);
        if (typeof turn !== 'number')
            return finish(shared, id, state, turn);
        const firstPollMs = state.firstPollMs ?? clock.now();
        const answer = await poll(id, stopped, turn);
        state = { ...state, firstPollMs, polls: state.polls + (answer.attempts ?? 1) };
        isRepeated = !isRepeated && 'worthRepeating' in answer && mayRepeat(shared);
        if (isRepeated)
            continue;
        const decision = judge(shared, id, state, answer);
        state = decision.state;
        if ('end' in decision)
            return finish(shared, id, state, decision.end);
        await clock.sleep(decision.pauseMs, stopped);
    }
}

// EXTERNAL MODULE: ./src/core/text/duration.ts
var duration = __nccwpck_require__(2691);
// EXTERNAL MODULE: ./src/core/report/sentences.ts
var sentences = __nccwpck_require__(5640);
// EXTERNAL MODULE: ./src/core/task/subtask-counts.ts
var subtask_counts = __nccwpck_require__(4679);
// EXTERNAL MODULE: ./src/core/report/words-en.ts
var words_en = __nccwpck_require__(7111);
// EXTERNAL MODULE: ./src/core/text/number.ts
var number = __nccwpck_require__(266);
;// CONCATENATED MODULE: ./src/github/log/changes.ts





const MAX_NAMED = 3;
const ENDED = new Set(['FAILED', 'WARNING', 'SUCCESSFUL']);
const changes_SILENCE_MS = 60_000;
function createChanges() {
    const last = new Map();
    const logged = new Map();
    const missing = new Set();
    const loggedAtMs = new Map();
    function isNew(essence, nowMs) {
        const key = JSON.stringify(essence);
        const isOld = nowMs - (loggedAtMs.get(key) ?? Number.NEGATIVE_INFINITY) < changes_SILENCE_MS;
        if (!isOld)
            loggedAtMs.set(key, nowMs);
        return !isOld;
    }
    return {
        findChange(id, answer, nowMs) {
            switch (answer.kind) {
                case 'task': {
                    const now = progress(answer.task);
                    last.set(id, now);
                    const before = logged.get(id);
                    const said = before === undefined ? now : change(before, answer.task, now);
                    if (said === undefined || !isNew([id, said], nowMs))
                        return undefined;
                    logged.set(id, { progress: now, statuses: statusesIn(answer.task) });
                    return said;
                }
                case 'not-found':
                    if (missing.has(id))
                        return undefined;
                    missing.add(id);
                    return 'does not exist yet';
                case 'passing':
                case 'final': {
                    const { reason, httpStatus, error } = answer.fault;
                    return isNew([reason, httpStatus, error?.code], nowMs) ? messages/* messages */.DZ.fault(answer.fault) : undefined;
                }
            }
        },
        lastState: (id) => last.get(id) ?? 'without an answer',
    };
}
function progress(task) {
    return task.subtasks.length === 0 ? task.status : `${task.status}, ${countEnded(task)}`;
}
function countEnded(task) {
    const counts = (0,subtask_counts/* countsOf */.mQ)(task);
    const ended = counts.FAILED + counts.WARNING + counts.SUCCESSFUL;
    const done = `${(0,number/* grouped */.z)(ended)} of ${(0,words_en/* counted */.h)((0,subtask_counts/* totalOf */.e6)(counts), 'subtask')} done`;
    return counts.FAILED === 0 ? done : `${done}, ${(0,number/* grouped */.z)(counts.FAILED)} failed`;
}
function change(before, task, now) {
    const moved = endedIn(task).filter((subtask) => before.statuses.get(keyOf(subtask)) !== subtask.status);
    if (moved.length > 0)
        return `${now}: ${nameAll(moved)}`;
    return before.progress === now ? undefined : now;
}
function nameAll(subtasks) {
    const named = subtasks.slice(0, MAX_NAMED).map((subtask) => `${(0,sentences/* titleOf */.Gg)(subtask)} ${subtask.status}`);
    const rest = subtasks.length - named.length;
    return `${named.join(', ')}${rest === 0 ? '' : ` and ${(0,number/* grouped */.z)(rest)} more`}`;
}
function keyOf({ id, name }) {
    return JSON.stringify([id, name]);
}
function statusesIn(task) {
    return new Map(endedIn(task).map((subtask) => [keyOf(subtask), subtask.status]));
}
function endedIn({ subtasks, counts }) {
    return counts === undefined ? subtasks.filter((subtask) => ENDED.has(subtask.status)) : [];
}

;// CONCATENATED MODULE: ./src/github/log/progress-log.ts








const HEARTBEAT_MS = 60_000;
const MAX_LINES = 200;
const MAX_TEXT = 500;
function createProgressLog(runner) {
    const { info, debug, group } = runner;
    const changes = createChanges();
    const ended = [];
    let taskCount = 1;
    let startMs;
    let lastLineMs = Number.NEGATIVE_INFINITY;
    function signOfLife(id) {
        if (taskCount > 1) {
            return `Still waiting for ${String(taskCount - ended.length)} of ${(0,words_en/* counted */.h)(taskCount, 'task')}`;
        }
        return `Task ${id}: still ${changes.lastState(id)}`;
    }
    return {
        onSignIn({ credential }) {
            info(`Signing in with ${credential.used.from}.`);
        },
        onStart(wait) {
            taskCount = wait.taskIds.length;
            info(startLine(wait));
        },
        onAnswer({ id, answer, decision, nowMs, limits }) {
            startMs = limits.startMs;
            if (answer.kind === 'task' && answer.task.id !== undefined && answer.task.id !== id) {
                debug(`The answer for task ${id} names the task ${answer.task.id}.`);
            }
            if ('end' in decision)
                return;
            const change = changes.findChange(id, answer, nowMs);
            if (change === undefined && nowMs - lastLineMs < HEARTBEAT_MS)
                return;
            lastLineMs = nowMs;
            const times = `${(0,duration/* formatDuration */.a)(nowMs - limits.startMs)} elapsed, ${(0,duration/* formatDuration */.a)(limits.deadlineMs - nowMs)} left`;
            const line = change === undefined ? signOfLife(id) : `Task ${id}: ${change}`;
            info(`${line} (${times}, next poll in ${(0,duration/* formatDuration */.a)(decision.pauseMs)})`);
        },
        onEnd(wait) {
            ended.push(wait);
            info(closingLine(wait, startMs));
            if (ended.length < taskCount)
                return;
            for (const { id, task } of ended.toSorted((a, b) => (0,wait_verdict/* compareSeverity */.zK)((0,wait_verdict/* verdictOf */.Vj)(a.end), (0,wait_verdict/* verdictOf */.Vj)(b.end)))) {
                if (task === undefined || task.subtasks.length === 0)
                    continue;
                group(`Subtasks of task ${id} (${(0,number/* grouped */.z)((0,subtask_counts/* totalOf */.e6)((0,subtask_counts/* countsOf */.mQ)(task)))})`, subtaskLines(task));
            }
        },
    };
}
function startLine({ taskIds, endpoint, timeoutMs, bounds }) {
    const what = taskIds.length === 1 ? `task ${taskIds.join()}` : (0,words_en/* counted */.h)(taskIds.length, 'task');
    if (timeoutMs === 0)
        return `Checking ${what} once at ${endpoint}.`;
    const pauses = `pauses of ${(0,duration/* formatDuration */.a)(bounds.minMs)} to ${(0,duration/* formatDuration */.a)(bounds.maxMs)}`;
    return `Waiting for ${what} at ${endpoint}: at most ${(0,duration/* formatDuration */.a)(timeoutMs)}, with ${pauses}.`;
}
function closingLine({ id, end, task, polls, endedMs }, startMs) {
    const verdict = `Task ${id}: ${(0,wait_verdict/* verdictOf */.Vj)(end)}`;
    if (polls === 0)
        return `${verdict} (no poll sent).`;
    const time = startMs === undefined ? '' : `${(0,duration/* formatDuration */.a)(endedMs - startMs)} and `;
    const counts = task === undefined || task.subtasks.length === 0 ? '' : `: ${countEnded(task)}`;
    return `${verdict} after ${time}${(0,words_en/* counted */.h)(polls, 'poll')}${counts}.`;
}
function subtaskLines(task) {
    const lines = (0,subtask_counts/* sortSubtasks */.JK)(task.subtasks).slice(0, MAX_LINES).map(subtaskLine);
    const rest = (0,subtask_counts/* totalOf */.e6)((0,subtask_counts/* countsOf */.mQ)(task)) - lines.length;
    return rest === 0 ? lines : [...lines, `And ${(0,number/* grouped */.z)(rest)} more`];
}
function subtaskLine(subtask) {
    const { id, name, status, message } = subtask;
    const where = name === '' ? '' : ` (${(0,plain/* plainText */.wh)(id, MAX_TEXT)})`;
    const why = message === undefined ? '' : `: ${(0,plain/* plainText */.wh)(message, MAX_TEXT)}`;
    return `Subtask ${(0,plain/* plainText */.wh)(status, MAX_TEXT).trim()}: ${(0,sentences/* titleOf */.Gg)(subtask)}${where}${why}`;
}

;// CONCATENATED MODULE: ./src/core/report/outputs.ts




const MAX_JSON_BYTES = 120 * 1024;
const MAX_CUT_TEXT = 200;
const MAX_MESSAGE = 2000;
const TRUNCATED = { truncated: true };
const TRUNCATED_BYTES = 17;
const CODE = /^[A-Za-z0-9._-]{1,64}$/;
function outputsOf(report, message) {
    return {
        status: report.verdict,
        tasks: JSON.stringify(fitTasks(report)),
        'failed-subtasks': JSON.stringify(fitFailedSubtasks(report)),
        'error-code': [report, ...report.tasks].map(({ error }) => codeOf(error)).find((code) => code !== undefined) ?? '',
        'elapsed-seconds': String(Math.round(report.elapsedMs / 1000)),
        polls: String(report.polls),
        message: (0,plain/* plainText */.wh)(message, MAX_MESSAGE),
    };
}
function codeOf(error) {
    return error?.code !== undefined && CODE.test(error.code) ? error.code : undefined;
}
function fitTasks(report) {
    const tasks = (0,report_report/* tasksBySeverity */.jO)(report);
    const entries = fitWhole(tasks) ?? fitCut(tasks);
    const fitted = new Map(tasks.map((task, index) => [task, entries[index]]));
    return report.tasks.map((task) => fitted.get(task));
}
function fitWhole(tasks) {
    const drafts = tasks.map((task) => createDraft(task, (entry) => entry));
    const free = freeWithoutSubtasks(drafts);
    const freeForOthers = free < 0 ? undefined : fill(drafts, free, true);
    if (freeForOthers === undefined)
        return undefined;
    fill(drafts, freeForOthers, false);
    return drafts.map(entryOf);
}
function fitCut(tasks) {
    const drafts = tasks.map((task) => createDraft(task, cutStrings));
    fill(drafts, freeWithoutSubtasks(drafts), true);
    return fitDetails(drafts.map(entryOf));
}
function fitDetails(entries) {
    let free = MAX_JSON_BYTES - listBytes(entries.map(leastOf));
    return entries.map((entry) => {
        const least = leastOf(entry);
        free -= jsonBytes(entry) - jsonBytes(least);
        return free < 0 ? least : entry;
    });
}
function leastOf(entry) {
    const { id, status, polls } = entry;
    const bare = { id, status, polls, subtasks: [], ...TRUNCATED };
    return jsonBytes(bare) < jsonBytes(entry) ? bare : entry;
}
function createDraft(task, cut) {
    const { id, verdict, error, requestId, polls } = task;
    const { name, message = error?.message, startTime, endTime, lastUpdate, subtasks = task.subtasks, } = task.task ?? {};
    const texts = { name, message, startTime, endTime, lastUpdate, errorCode: codeOf(error), requestId };
    const whole = { id, status: verdict, ...(0,omit_undefined/* omitUndefined */.O)(texts), polls };
    const details = cut(whole);
    return { task, details, all: subtasks, kept: new Set(), textsOf: cut, isCut: details !== whole };
}
function entryOf({ task, details, all, kept, textsOf, isCut }) {
    const subtasks = all.filter((_, index) => kept.has(index)).map(textsOf);
    return { ...details, subtasks, ...(isCut || kept.size < (0,subtask_counts/* totalOf */.e6)(task.counts) ? TRUNCATED : {}) };
}
function fill(drafts, freeBytes, failed) {
    let free = freeBytes;
    for (const draft of drafts) {
        const { task, all, kept, textsOf } = draft;
        const total = (0,subtask_counts/* totalOf */.e6)(task.counts);
        for (const [index, subtask] of all.entries()) {
            if ((subtask.status === 'FAILED') !== failed)
                continue;
            const written = textsOf(subtask);
            draft.isCut ||= written !== subtask;
            const isWhole = !draft.isCut && kept.size + 1 === total;
            free -= jsonBytes(written) + (kept.size > 0 ? 1 : 0) - (isWhole ? TRUNCATED_BYTES : 0);
            if (free < 0)
                return undefined;
            kept.add(index);
        }
    }
    return free;
}
function freeWithoutSubtasks(drafts) {
    return MAX_JSON_BYTES - listBytes(drafts.map(entryOf));
}
function fitFailedSubtasks(report) {
    const whole = takeWhileFit(report, MAX_JSON_BYTES - 1, (entry) => entry);
    if (whole.length === (0,report_report/* countFailed */.v5)(report))
        return whole;
    return [...takeWhileFit(report, MAX_JSON_BYTES - listBytes([TRUNCATED]), cutStrings), TRUNCATED];
}
function takeWhileFit(report, maxBytes, cut) {
    const taken = [];
    let bytes = 0;
    for (const { taskId, id, name, status, message } of (0,report_report/* failedSubtasks */.Af)(report)) {
        const entry = cut({ taskId, id, name, status, message });
        bytes += jsonBytes(entry) + 1;
        if (bytes > maxBytes)
            break;
        taken.push(entry);
    }
    return taken;
}
function cutStrings(entry) {
    if (!Object.values(entry).some(isLong))
        return entry;
    const cut = Object.entries(entry).map(([key, value]) => [
        key,
        isLong(value) ? (0,plain/* plainText */.wh)(value, MAX_CUT_TEXT) : value,
    ]);
    return Object.fromEntries(cut);
}
function isLong(value) {
    return typeof value === 'string' && value.length > MAX_CUT_TEXT;
}
function listBytes(entries) {
    let bytes = 1;
    for (const entry of entries) {
        bytes += jsonBytes(entry) + 1;
        if (bytes > MAX_JSON_BYTES)
            break;
    }
    return bytes;
}
function jsonBytes(value) {
    return (0,plain/* utf8Length */.wI)(JSON.stringify(value));
}

// EXTERNAL MODULE: ./src/core/text/markdown.ts
var markdown = __nccwpck_require__(8970);
;// CONCATENATED MODULE: ./src/core/report/timeline.ts



const MAX_ENTRIES = 20;
const MIN_SUBTASKS = 5;
const MAX_NAME_UNITS = 40;
const RATIO = '\u2236';
const MIN_SPAN_MS = 1000;
const MAX_DRIFT_MS = 60_000;
const MAX_TIME_MS = 253_402_300_799_999;
const MAX_SAMPLES = 2 * MAX_ENTRIES;
const INIT = `%%{init: ${JSON.stringify({
    themeVariables: {
        taskBkgColor: '#0969da',
        taskBorderColor: '#0969da',
        critBkgColor: '#cf222e',
        critBorderColor: '#cf222e',
        taskTextColor: '#ffffff',
    },
})}}%%`;
const STYLES = {
    FAILED: { sign: '✗', isCritical: true, rank: 0 },
    NOT_FOUND: { sign: '·', isCritical: false, rank: 1 },
    ERROR: { sign: '·', isCritical: false, rank: 1 },
    TIMED_OUT: { sign: '…', isCritical: false, rank: 1 },
    CANCELLED: { sign: '·', isCritical: false, rank: 1 },
    WARNING: { sign: '!', isCritical: false, rank: 1 },
    RUNNING: { sign: '…', isCritical: false, rank: 1 },
    SUCCESSFUL: { sign: '✓', isCritical: false, rank: 2 },
};
const RANKS = [0, 1, 2];
const MAX_TICKS = 6;
const UNITS = [
    { name: 'millisecond', ms: 1, steps: [200, 500] },
    { name: 'second', ms: 1000, steps: [1, 2, 5, 10, 15, 30] },
    { name: 'minute', ms: 60_000, steps: [1, 2, 5, 10, 15, 30] },
    { name: 'hour', ms: 3_600_000, steps: [1, 2, 6, 12] },
    { name: 'day', ms: 86_400_000, steps: [1, 2] },
    { name: 'week', ms: 7 * 86_400_000, steps: [1, 2] },
];
function timeline(report, title, maxEntries = MAX_ENTRIES) {
    const spans = (0,report_report/* tasksBySeverity */.jO)(report).flatMap(spanOf);
    if (!spans.some(({ task }) => task.subtasks.length >= MIN_SUBTASKS))
        return undefined;
    const entries = chosen(spans.flatMap(entriesOf), maxEntries);
    const start = Math.min(...entries.map(({ startMs }) => startMs));
    const end = Math.max(...entries.map(({ startMs, endMs = startMs }) => endMs));
    if (entries.length < 2 || end - start < MIN_SPAN_MS)
        return undefined;
    return [
        INIT,
        'gantt',
        `  title ${title}`,
        '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
        `  axisFormat ${axisFormat(end - start)}`,
        `  tickInterval ${tickInterval(end - start)}`,
        ...entries.map((entry) => `  ${line(entry)}`),
    ].join('\n');
}
function escapeMermaid(text) {
    return cutToWidth((0,plain/* plainText */.wh)(text, 4 * MAX_NAME_UNITS))
        .replaceAll(':', RATIO)
        .replace(/[!-/;-@\\^`{-~]/g, (character) => /[().,_\-/]/.test(character) ? character : String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}
function spanOf(task) {
    const { end, noticedMs } = task;
    const { name = task.id, startTime, endTime, lastUpdate } = task.task ?? {};
    const endMs = endTime ?? (end.kind === 'answered' ? lastUpdate : noticedMs);
    const isKnown = isTime(startTime) && isTime(endMs) && endMs >= startTime;
    return isKnown ? [{ task, name, startMs: startTime, endMs }] : [];
}
function entriesOf(span) {
    const { task, name, startMs, endMs } = span;
    const bar = { name, style: STYLES[task.verdict], startMs, endMs };
    const parts = sampled(task).flatMap((subtask) => subtaskEntry(subtask, span));
    return [bar, ...parts.toSorted((a, b) => a.startMs - b.startMs)];
}
function sampled({ subtasks, counts }) {
    let first = 0;
    return subtask_counts/* SUBTASK_GROUPS */.lW.flatMap((group) => {
        const alike = subtasks.slice(first, first + counts[group]);
        first += alike.length;
        return thinned(alike, MAX_SAMPLES);
    });
}
function subtaskEntry(subtask, { startMs, endMs }) {
    const { id, name, startTime, lastUpdate } = subtask;
    const group = (0,subtask_counts/* groupOf */.F8)(subtask);
    const isRunning = group === 'RUNNING';
    const atMs = isRunning ? (startTime ?? lastUpdate) : lastUpdate;
    const isWithin = isTime(atMs) && atMs >= startMs - MAX_DRIFT_MS && atMs <= endMs + MAX_DRIFT_MS;
    if (!isWithin || group === 'OTHER')
        return [];
    const entry = { name: name === '' ? id : name, style: STYLES[group], startMs: atMs };
    return [isRunning ? { ...entry, endMs: Math.max(atMs, endMs) } : entry];
}
function chosen(entries, maxEntries) {
    const kept = new Set();
    for (const rank of RANKS) {
        for (const isBar of [true, false]) {
            const alike = entries.filter(({ style, endMs }) => style.rank === rank && (endMs !== undefined) === isBar);
            for (const entry of thinned(alike, maxEntries - kept.size))
                kept.add(entry);
        }
    }
    return entries.filter((entry) => kept.has(entry));
}
function thinned(all, count) {
    const places = new Set(Array.from({ length: count }, (_, index) => Math.ceil((index * all.length) / count)));
    return all.filter((_, index) => places.has(index));
}
function line({ name, style, startMs, endMs }) {
    const label = `${style.sign} ${escapeMermaid(name)}`;
    const tag = style.isCritical ? 'crit, ' : '';
    return endMs === undefined
        ? `${label} :${tag}milestone, ${time(startMs)}, 0s`
        : `${label} :${tag}${time(startMs)}, ${time(endMs)}`;
}
function isTime(ms) {
    return (ms ?? Number.POSITIVE_INFINITY) <= MAX_TIME_MS;
}
function time(epochMs) {
    return new Date(epochMs).toISOString().replace('T', ' ').replace('Z', '');
}
function cutToWidth(text) {
    let units = 0;
    const characters = Array.from(text);
    const end = characters.findIndex((character) => (units += character >= '\u1100' ? 2 : 1) > MAX_NAME_UNITS);
    return end === -1 ? text : `${characters.slice(0, end).join('')}…`;
}
function axisFormat(spanMs) {
    if (spanMs < 10_000)
        return '%H:%M:%S.%L';
    return spanMs < 86_400_000 ? '%H:%M:%S' : '%m-%d %H:%M';
}
function tickInterval(spanMs) {
    const intervals = UNITS.flatMap(({ name, ms, steps }) => steps.map((step) => ({ text: `${String(step)}${name}`, ms: step * ms })));
    return intervals.find(({ ms }) => ms * MAX_TICKS >= spanMs)?.text ?? '1month';
}

// EXTERNAL MODULE: ./src/github/summary/summary-overview.ts
var summary_overview = __nccwpck_require__(5530);
// EXTERNAL MODULE: ./src/github/summary/summary-style.ts
var summary_style = __nccwpck_require__(9660);
;// CONCATENATED MODULE: ./src/github/summary/summary-subtasks.ts




const MAX_OPEN_ROWS = 15;
const MAX_OPEN_WORST = 10;
const MAX_STATUS = 20;
function createSubtaskTable(report, style) {
    const { verdict, subtasks, counts } = report;
    const { words } = style.messages;
    const withMessages = subtasks.some(({ message }) => message !== undefined);
    const head = headOf(report, withMessages, style);
    const open = openRows(report);
    const all = words.subtaskCounts(counts);
    const title = verdict === 'SUCCESSFUL' || open === 0 ? undefined : (0,markdown/* bold */.Cr)(all);
    const foldTitle = open === 0 ? all : words.moreSubtasks((0,subtask_counts/* countsAfter */.VI)(counts, open));
    const missing = (from) => (0,markdown.md) `⚠️ ${words.subtasksNotShown((0,subtask_counts/* countsAfter */.VI)(counts, from))}`;
    const frame = (0,markdown/* blocks */.Bv)(title, (0,markdown/* tableOf */.c_)(head, []), (0,markdown/* fold */.AU)(foldTitle, (0,markdown/* tableOf */.c_)(head, [])), missing(0));
    return {
        row: (subtask) => subtaskRow(subtask, report, withMessages, style),
        write(rows) {
            if (subtasks.length === 0)
                return undefined;
            const [shown, folded] = [rows.slice(0, open), rows.slice(open)];
            return (0,markdown/* blocks */.Bv)(title, shown.length === 0 ? undefined : (0,markdown/* tableOf */.c_)(head, shown), folded.length === 0 ? undefined : (0,markdown/* fold */.AU)(foldTitle, (0,markdown/* tableOf */.c_)(head, folded)), rows.length === (0,subtask_counts/* totalOf */.e6)(counts) ? undefined : missing(rows.length));
        },
        frameBytes: (0,summary_style/* bytesOf */.$$)(frame),
    };
}
function fillTables(tables, budgetBytes) {
    const filled = tables.map((each) => ({ ...each, rows: [] }));
    let left = budgetBytes;
    for (const group of subtask_counts/* SUBTASK_GROUPS */.lW) {
        for (const { task, table, rows } of filled) {
            for (;;) {
                const subtask = task.subtasks[rows.length];
                if (subtask === undefined || (0,subtask_counts/* groupOf */.F8)(subtask) !== group)
                    break;
                const row = table.row(subtask);
                left -= (0,summary_style/* bytesOf */.$$)(row) + 1;
                if (left < 0)
                    return { filled, complete: group === 'SUCCESSFUL' };
                rows.push(row);
            }
        }
    }
    return { filled, complete: true };
}
function headOf({ counts }, withMessages, { messages }) {
    const { labels, status } = messages.words;
    const known = subtask_counts/* SUBTASK_GROUPS */.lW.filter((group) => group !== 'OTHER' && counts[group] > 0);
    const verdict = (0,summary_style/* columnTitle */.HY)(labels.verdict, known.map(status));
    return [verdict, labels.subtask, ...(withMessages ? [labels.message] : []), labels.lastUpdate];
}
function subtaskRow(subtask, { task }, withMessages, style) {
    const { status, name, id, lastUpdate } = subtask;
    const group = (0,subtask_counts/* groupOf */.F8)(subtask);
    const { words } = style.messages;
    const message = subtask.message ?? (group === 'FAILED' ? words.noReason : '');
    return (0,markdown/* tableRow */.jD)([
        group === 'OTHER'
            ? `${summary_style/* ICONS */.Ze[group]} ${(0,plain/* plainText */.wh)(status, MAX_STATUS)}`
            : (0,summary_style/* signed */.x8)(summary_style/* ICONS */.Ze[group], words.status(group)),
        (0,summary_style/* namedCell */.ub)(name, id, style.lengths.name),
        ...(withMessages ? [(0,plain/* plainText */.wh)(message, style.lengths.message)] : []),
        shortMoment(lastUpdate, task?.startTime),
    ]);
}
function openRows({ verdict, subtasks, counts }) {
    if (verdict === 'SUCCESSFUL')
        return subtasks.length;
    const worst = (0,subtask_counts/* totalOf */.e6)(counts) - counts.SUCCESSFUL;
    const told = verdict === 'FAILED' || verdict === 'WARNING' ? Math.min(counts[verdict], summary_style/* MAX_CAUSES */.uv) : 0;
    if (told === worst)
        return 0;
    return worst <= MAX_OPEN_ROWS ? worst : MAX_OPEN_WORST;
}
function shortMoment(epochMs, startMs) {
    const [day = '', time = ''] = (0,summary_style/* moment */.n$)(epochMs)?.split(' ') ?? [];
    return (0,summary_style/* moment */.n$)(startMs)?.startsWith(day) === true ? time : `${day} ${time}`.trim();
}

// EXTERNAL MODULE: ./src/github/summary/summary-task.ts
var summary_task = __nccwpck_require__(716);
;// CONCATENATED MODULE: ./src/github/summary/job-summary.ts








const MAX_SUMMARY_BYTES = 1024 * 1024;
const BUDGET_BYTES = MAX_SUMMARY_BYTES - 16 * 1024;
const MIN_ROW_BYTES = 40;
const MAX_OPEN_SECTIONS = 10;
const MAX_GREEN_ENTRIES = 10;
const LENGTHS = [
    { message: 4000, name: 500 },
    { message: 200, name: 100 },
    { message: 60, name: 50 },
];
const [WHOLE] = LENGTHS;
function jobSummary(report, messages, links) {
    const heading = (0,markdown.md) `## ${summary_style/* ICONS */.Ze[report.verdict]} ${messages.heading(report)}`;
    if (report.problems.length > 0) {
        const problems = (0,summary_style/* problemList */.gH)(report.problems, WHOLE.message, links);
        const next = (0,summary_task/* nextStepLine */.Q9)([messages.setupStep(report), messages.setupGuide(report)], { messages, links });
        return (0,markdown/* blocks */.Bv)(heading, problems, next).markdown;
    }
    const frame = { heading, picture: picture(report, messages) };
    const several = report.tasks.length > 1;
    let text = heading;
    for (const lengths of lengthsToTry(report)) {
        const written = writeSummary(frame, { messages, links, lengths, report, several });
        text = written.text;
        if (written.complete)
            break;
    }
    return text.markdown;
}
function lengthsToTry({ tasks }) {
    const rows = tasks.reduce((sum, { counts }) => sum + (0,subtask_counts/* totalOf */.e6)(counts) - counts.SUCCESSFUL, 0);
    const isHopeless = rows * MIN_ROW_BYTES > BUDGET_BYTES;
    return isHopeless ? LENGTHS.slice(-1) : LENGTHS;
}
function writeSummary({ heading, picture }, style) {
    const { report, several, messages } = style;
    const { words } = messages;
    const tasks = (0,report_report/* tasksBySeverity */.jO)(report);
    const top = (0,markdown/* blocks */.Bv)(heading, several ? (0,summary_overview/* overviewTable */.Uc)(tasks, style) : undefined);
    const bottom = (0,markdown/* blocks */.Bv)(several ? (0,summary_overview/* foldedPlace */.Sh)(style) : undefined, picture, style.lengths === WHOLE ? undefined : (0,markdown.md) `⚠️ ${words.textsCut}`, (0,markdown.md) `<sub>${words.statistics(report)}</sub>`);
    const detailed = several ? tasks.filter(({ verdict }) => verdict !== 'SUCCESSFUL') : tasks;
    const notes = (0,markdown/* blocks */.Bv)((0,markdown/* fold */.AU)(words.moreTasks(detailed.length)), notShown(detailed.length, style));
    const budget = BUDGET_BYTES - (0,summary_style/* bytesOf */.$$)((0,markdown/* blocks */.Bv)(top, notes, bottom));
    const { shown, left } = draftFitting(detailed, budget, style);
    const { filled, complete } = fillTables(shown, left);
    const middle = (0,markdown/* blocks */.Bv)(...foldRest(filled, style), shown.length === detailed.length ? undefined : notShown(detailed.length - shown.length, style));
    return {
        text: (0,markdown/* blocks */.Bv)(top, middle.markdown === '' ? undefined : middle, bottom),
        complete: complete && shown.length === detailed.length,
    };
}
function section({ task, title, head, facts, table, rows }, { messages }) {
    const { details } = messages.words.labels;
    const subtasks = table.write(rows);
    return task.verdict === 'SUCCESSFUL'
        ? (0,markdown/* blocks */.Bv)(title, head, (0,markdown/* fold */.AU)(details, facts, subtasks))
        : (0,markdown/* blocks */.Bv)(title, head, subtasks, (0,markdown/* fold */.AU)(details, facts));
}
function draftFitting(tasks, budget, style) {
    const shown = [];
    let left = budget;
    for (const task of tasks) {
        const draft = {
            task,
            title: (0,summary_task/* taskTitle */.Oj)(task, style),
            head: (0,summary_task/* taskHead */.M_)(task, style),
            facts: (0,summary_task/* taskTable */.AX)(task, style),
            table: createSubtaskTable(task, style),
        };
        const bytes = (0,summary_style/* bytesOf */.$$)(section({ ...draft, rows: [] }, style)) + draft.table.frameBytes;
        if (bytes > left)
            break;
        left -= bytes;
        shown.push(draft);
    }
    return { shown, left };
}
function foldRest(filled, style) {
    const told = new Set();
    const open = [];
    const rest = [];
    for (const draft of filled) {
        const { markdown: cause } = draft.head;
        const target = !told.has(cause) && open.length < MAX_OPEN_SECTIONS ? open : rest;
        told.add(cause);
        target.push(section(draft, style));
    }
    return rest.length === 0 ? open : [...open, (0,markdown/* fold */.AU)(style.messages.words.moreTasks(rest.length), ...rest)];
}
function notShown(count, { messages }) {
    return (0,markdown.md) `⚠️ ${messages.words.tasksNotShown(count)}`;
}
function picture(report, messages) {
    const { timeline: title } = messages.words.labels;
    const source = timeline(report, title, report.verdict === 'SUCCESSFUL' ? MAX_GREEN_ENTRIES : undefined);
    return source === undefined ? undefined : (0,markdown/* mermaid */.a4)(source);
}

;// CONCATENATED MODULE: ./src/github/publish.ts



const MAX_SUBTASK_ANNOTATIONS = 9;
async function publish(seen, messages, runner) {
    const report = { ...seen, problems: seen.problems.map(runner.redact) };
    const outputs = outputsOf(report, runner.links.inText(messages.result(report)));
    for (const [name, value] of Object.entries(outputs))
        runner.setOutput(name, value);
    await runner.writeSummary(jobSummary(report, messages, runner.links));
    annotate(report, messages, runner);
}
function annotate(report, messages, runner) {
    const { annotationTitles } = messages.words;
    for (const subtask of (0,report_report/* failedSubtasks */.Af)(report, MAX_SUBTASK_ANNOTATIONS)) {
        runner.error(messages.subtaskFailure(subtask), annotationTitles.subtask);
    }
    if (report.failsStep) {
        runner.error(messages.stepFailure(report, (0,report_report/* countFailed */.v5)(report) - MAX_SUBTASK_ANNOTATIONS), messages.heading(report));
        return;
    }
    for (const task of report.tasks
        .filter(({ verdict }) => verdict === 'WARNING')
        .slice(0, MAX_SUBTASK_ANNOTATIONS)) {
        runner.warning(messages.failure(task, report), annotationTitles.warning);
    }
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __nccwpck_require__(7934);
// EXTERNAL MODULE: ./src/core/text/commit-sha.ts
var commit_sha = __nccwpck_require__(3209);
;// CONCATENATED MODULE: ./src/github/status/event-commit.ts


const lenient = (schema) => dist/* fallback */.NpB(dist/* optional */.lqM(schema), undefined);
const shape = dist/* fallback */.NpB(dist/* object */.Ikc({
    pull_request: lenient(dist/* object */.Ikc({ head: dist/* object */.Ikc({ sha: dist/* string */.YjP() }) })),
    workflow_run: lenient(dist/* object */.Ikc({ head_sha: dist/* string */.YjP(), head_repository: lenient(dist/* object */.Ikc({ full_name: dist/* string */.YjP() })) })),
    deployment: lenient(dist/* object */.Ikc({ sha: dist/* string */.YjP() })),
}), {});
const WORKFLOW_RUN = {
    event: /^workflow_run$/,
    what: 'head of the run that started this one',
    shaOf: ({ workflow_run }) => workflow_run?.head_sha,
};
const EVENT_ROWS = [
    {
        event: /^pull_request/,
        what: 'head of the pull request',
        shaOf: ({ pull_request }) => pull_request?.head.sha,
    },
    WORKFLOW_RUN,
    {
        event: /^deployment/,
        what: 'commit of the deployment',
        shaOf: ({ deployment }) => deployment?.sha,
    },
];
const NAME_IT = 'Set status-sha to the full SHA of the commit.';
const REVIEWED_FORK = 'If you have reviewed that commit, publish the status with status-sha: ${{ github.event.workflow_run.head_sha }}';
function chooseCommit(context, given) {
    if (given !== undefined)
        return { sha: given, reason: 'given by status-sha' };
    const payload = dist/* parse */.qgA(shape, context.payload);
    const row = EVENT_ROWS.find(({ event }) => event.test(context.eventName)) ??
        EVENT_ROWS.find(({ shaOf }) => shaOf(payload) !== undefined);
    if (row === undefined) {
        const { sha, eventName } = context;
        return choiceOf(sha, `GITHUB_SHA of the event ${eventName}`, 'GITHUB_SHA is not a commit SHA');
    }
    if (row === WORKFLOW_RUN && isOfAnotherRepository(payload, context.repository)) {
        return {
            skipReason: 'the run that started this one belongs to another repository (a fork)',
            remedy: REVIEWED_FORK,
        };
    }
    return choiceOf(row.shaOf(payload) ?? '', row.what, `the event does not name the ${row.what}`);
}
function choiceOf(sha, reason, skipReason) {
    return commit_sha/* COMMIT_SHA */.p.test(sha) ? { sha, reason } : { skipReason, remedy: NAME_IT };
}
function isOfAnotherRepository({ workflow_run }, repository) {
    return workflow_run?.head_repository?.full_name.toLowerCase() !== repository.toLowerCase();
}

// EXTERNAL MODULE: ./src/github/status/status-delivery.ts
var status_delivery = __nccwpck_require__(1347);
;// CONCATENATED MODULE: ./src/github/status/status-description.ts




const MAX_DESCRIPTION = 140;
const UNFINISHED_DESCRIPTION = 'The run ended before the wait: the state of the task is unknown';
function pendingDescription(taskCount) {
    return `Waiting for ${taskCount === 1 ? 'a DLF system task' : `${String(taskCount)} DLF system tasks`}`;
}
function finalDescription(report, messages) {
    const failed = (0,report_report/* countFailed */.v5)(report);
    const all = report.tasks.reduce((sum, { counts }) => sum + (0,subtask_counts/* totalOf */.e6)(counts), 0);
    const parts = [
        messages.heading(report),
        ...(failed === 0 ? [] : [`${String(failed)} of ${String(all)} subtasks failed`]),
        ...(report.tasks.length === 0 ? [] : [`after ${(0,duration/* formatDuration */.a)(report.elapsedMs)}`]),
    ];
    return (0,plain/* plainText */.wh)(parts.join(', '), MAX_DESCRIPTION);
}

// EXTERNAL MODULE: ./src/github/status/status-fault.ts
var status_fault = __nccwpck_require__(5095);
// EXTERNAL MODULE: ./src/github/status/status-handover.ts
var status_handover = __nccwpck_require__(2020);
;// CONCATENATED MODULE: ./src/github/status/commit-status.ts







const MAIN_BUDGET_MS = 7000;
const PENDING_TIME = { limitMs: 3000, cancelledMs: 0 };
const CANCELLED_MS = 1500;
const NO_TOKEN = {
    skipReason: 'github-token is empty',
    remedy: "Leave the input out, or set it to the job's own token: `github-token: ${{ github.token }}`.",
};
function createCommitStatus(context) {
    const { runner, clock, cancelled } = context;
    let pending;
    let budgetMs = MAIN_BUDGET_MS;
    const recordPending = (next) => {
        pending = next;
        (0,status_handover/* savePending */.f)(runner, next?.status);
    };
    return {
        async open(request, taskCount) {
            const target = request === undefined ? undefined : findTarget(request, context);
            if (target === undefined)
                return;
            const { publication, ...entry } = target;
            const unfinished = { ...entry, state: 'error', description: UNFINISHED_DESCRIPTION };
            const status = { ...unfinished, hasVerdict: false, warned: false };
            recordPending({ status, publication });
            const opening = { ...entry, state: 'pending', description: pendingDescription(taskCount) };
            const startMs = clock.now();
            const fault = await (0,status_delivery/* deliver */.c)(opening, publication, PENDING_TIME, context);
            budgetMs -= clock.now() - startMs;
            if (fault === undefined || cancelled.aborted)
                return;
            (0,status_fault/* warnUnpublished */.gT)(fault, entry.context, runner);
            if (fault.lasting)
                recordPending(undefined);
            else
                recordPending({ status: { ...status, warned: true }, publication });
        },
        async close(report) {
            if (pending === undefined)
                return;
            const { publication } = pending;
            const state = (0,wait_verdict/* commitStateOf */._8)(report.verdict, report.failsStep);
            const verdict = { state, description: finalDescription(report, messages/* messages */.DZ), hasVerdict: true };
            const status = { ...pending.status, ...verdict };
            recordPending({ status, publication });
            const time = { limitMs: budgetMs, cancelledMs: CANCELLED_MS };
            const fault = await (0,status_delivery/* deliver */.c)(status, publication, time, context);
            if (fault === undefined) {
                runner.info(`Commit status '${status.context}' is ${state}.`);
                recordPending(undefined);
                return;
            }
            runner.info(`Commit status '${status.context}' is not ${state} yet: the post step tries again.`);
            if (status.warned || cancelled.aborted)
                return;
            (0,status_fault/* warnUnpublished */.gT)(fault, status.context, runner);
            recordPending({ status: { ...status, warned: true }, publication });
        },
    };
}
function findTarget({ context, sha: given, githubToken }, { runner, readRun }) {
    const run = readRun();
    const choice = githubToken === '' ? NO_TOKEN : chooseCommit(run, given);
    if ('skipReason' in choice) {
        (0,status_fault/* warnUnpublished */.gT)({ reason: choice.skipReason, remedy: choice.remedy }, context, runner);
        return undefined;
    }
    const { sha, reason } = choice;
    runner.info(`Commit status '${context}' goes to ${sha}: ${reason}.`);
    return { sha, context, publication: { run, token: githubToken } };
}

// EXTERNAL MODULE: ./src/huaweicloud/service/service-call.ts
var service_call = __nccwpck_require__(710);
// EXTERNAL MODULE: ./src/core/task/lenient.ts
var task_lenient = __nccwpck_require__(1610);
;// CONCATENATED MODULE: ./src/core/task/system-task.ts




const fields = {
    id: task_lenient/* lenientText */.t,
    name: task_lenient/* lenientText */.t,
    status: dist/* string */.YjP(),
    message: task_lenient/* lenientText */.t,
    startTime: task_lenient/* lenientTime */.N,
    endTime: task_lenient/* lenientTime */.N,
    lastUpdate: task_lenient/* lenientTime */.N,
};
const subtaskShape = dist/* object */.Ikc(fields);
const subtaskList = dist/* nullish */.cl6(dist/* array */.YOg(dist/* custom */.IeY(hasStatus)), []);
const taskShape = dist/* object */.Ikc({ ...fields, subtasks: subtaskList, subTasks: subtaskList });
function parseSystemTask(answer, maxSubtasks = Number.POSITIVE_INFINITY) {
    const result = dist/* safeParse */.xLC(taskShape, answer);
    if (!result.success)
        return undefined;
    const { subtasks, subTasks, ...seen } = result.output;
    const all = mergeLists(subtasks, subTasks);
    const kept = worstOf(all, maxSubtasks);
    return {
        ...(0,omit_undefined/* omitUndefined */.O)(seen),
        status: seen.status,
        subtasks: kept.map(readSubtask),
        ...(kept.length < all.length && { counts: (0,subtask_counts/* countSubtasks */.Cs)(all) }),
    };
}
function worstOf(all, limit) {
    const worst = new Set((0,subtask_counts/* sortSubtasks */.JK)(all).slice(0, limit));
    return all.filter((entry) => worst.has(entry));
}
function readSubtask(entry) {
    const seen = dist/* parse */.qgA(subtaskShape, entry);
    return { ...(0,omit_undefined/* omitUndefined */.O)(seen), id: seen.id ?? '', name: seen.name ?? '', status: seen.status };
}
function hasStatus(entry) {
    return typeof entry === 'object' && entry !== null && 'status' in entry && typeof entry.status === 'string';
}
function mergeLists(first, second) {
    if (second.length === 0)
        return first;
    const keyOf = (entry) => JSON.stringify(readSubtask(entry));
    const known = new Set(first.map(keyOf));
    return [...first, ...second.filter((entry) => !known.has(keyOf(entry)))];
}

// EXTERNAL MODULE: ./src/huaweicloud/service/service-answer.ts + 1 modules
var service_answer = __nccwpck_require__(8116);
// EXTERNAL MODULE: ./src/huaweicloud/service/service-request.ts
var service_request = __nccwpck_require__(9649);
;// CONCATENATED MODULE: ./src/huaweicloud/system-task-client.ts




const NOT_FOUND_CODES = ['DLF.0810', 'DLF.20810'];
const ABOUT_THE_CALLER = [401, 407];
function createSystemTaskClient(settings, call) {
    return async (id, ...limits) => {
        const request = (0,service_request/* serviceRequest */.R)(settings, { method: 'GET', path: `system-tasks/${id}` });
        const { answer, attempts } = await call(request, ...limits);
        const read = readTask(answer, settings.maxSubtasks);
        return attempts === 1 ? read : { ...read, attempts };
    };
}
function readTask(answer, maxSubtasks) {
    if (answer.kind === 'success') {
        const { body, error, requestId, serverTimeMs } = answer;
        const task = parseSystemTask(body, maxSubtasks);
        if (task === undefined)
            return (0,service_answer/* unexpectedBody */.Eu)(error);
        return { kind: 'task', task, ...(0,omit_undefined/* omitUndefined */.O)({ requestId, serverTimeMs }) };
    }
    if (answer.kind === 'passing')
        return answer;
    const { httpStatus = 0, error = {} } = answer.fault;
    const isMissing = NOT_FOUND_CODES.includes(error.code) && httpStatus >= 400 && !ABOUT_THE_CALLER.includes(httpStatus);
    return isMissing ? { kind: 'not-found', error } : answer;
}

// EXTERNAL MODULE: ./src/inputs/setup-error.ts
var setup_error = __nccwpck_require__(6463);
// EXTERNAL MODULE: ./src/inputs/connection.ts + 1 modules
var inputs_connection = __nccwpck_require__(7610);
// EXTERNAL MODULE: ./src/core/text/id.ts
var id = __nccwpck_require__(6290);
// EXTERNAL MODULE: ./src/inputs/reader.ts
var inputs_reader = __nccwpck_require__(9066);
// EXTERNAL MODULE: ./src/inputs/status.ts
var inputs_status = __nccwpck_require__(795);
;// CONCATENATED MODULE: ./src/inputs/wait.ts







const DAY_MS = 86_400_000;
const MAX_TASKS = 500;
const DEFAULT_TIMEOUT_MS = 1_800_000;
const DEFAULT_BOUNDS = { minMs: 1000, maxMs: 10_000 };
const ROWS = {
    taskIds: { name: 'task-id', parse: parseTaskIds },
    timeout: { name: 'timeout', parse: (0,inputs_reader/* durationBetween */.h9)(0, DAY_MS, 'at most 24h') },
    minPollInterval: { name: 'min-poll-interval', parse: (0,inputs_reader/* durationBetween */.h9)(100, DAY_MS, 'from 100ms to 24h') },
    maxPollInterval: { name: 'max-poll-interval', parse: (0,inputs_reader/* durationBetween */.h9)(100, DAY_MS, 'from 100ms to 24h') },
    notFoundGrace: { name: 'not-found-grace', parse: (0,inputs_reader/* durationBetween */.h9)(0, DAY_MS, 'at most 24h') },
    failOnWarning: { name: 'fail-on-warning', parse: inputs_reader/* parseBoolean */.yG },
    failFast: { name: 'fail-fast', parse: inputs_reader/* parseBoolean */.yG },
    language: { name: 'language', parse: (0,inputs_reader/* oneOf */.yL)(messages/* LANGUAGES */.Yj) },
};
function readInputs(sources) {
    const reader = (0,inputs_reader/* createInputReader */.ic)(sources);
    const { problems, optional, reportEmpty } = reader;
    const taskIds = optional(ROWS.taskIds);
    reportEmpty('task-id', "Input 'task-id' is empty. Did the step that should have set it run, and does the expression name its id?");
    const connection = (0,inputs_connection/* readConnection */.d)(reader);
    const timeoutMs = optional(ROWS.timeout) ?? DEFAULT_TIMEOUT_MS;
    const min = optional(ROWS.minPollInterval);
    const max = optional(ROWS.maxPollInterval);
    if (min !== undefined && max !== undefined && min > max) {
        const seen = `'${sources.readInput('min-poll-interval')}' and '${sources.readInput('max-poll-interval')}'`;
        problems.push(`Input 'min-poll-interval' must not be longer than 'max-poll-interval'; got ${seen}.`);
    }
    const notFoundGraceMs = optional(ROWS.notFoundGrace) ?? 0;
    const failOnWarning = optional(ROWS.failOnWarning) ?? false;
    const failFast = optional(ROWS.failFast) ?? false;
    optional(ROWS.language);
    const commitStatus = (0,inputs_status/* readStatusInputs */.S)(reader);
    if (taskIds === undefined || connection === undefined || problems.length > 0)
        throw new setup_error/* SetupError */.w(problems);
    return {
        ...connection,
        taskIds,
        timeoutMs,
        bounds: boundsOf(min, max),
        notFoundGraceMs,
        failOnWarning,
        failFast,
        commitStatus,
    };
}
function readLanguage(readInput) {
    const parsed = ROWS.language.parse(readInput(ROWS.language.name));
    return 'value' in parsed ? parsed.value : 'en';
}
function boundsOf(min, max) {
    const minMs = min ?? Math.min(DEFAULT_BOUNDS.minMs, max ?? DEFAULT_BOUNDS.minMs);
    return { minMs, maxMs: max ?? Math.max(DEFAULT_BOUNDS.maxMs, minMs) };
}
function parseTaskIds(text) {
    const entries = text.split(/\s*,\s*|\s+/);
    const ids = [...new Set(entries)];
    const invalid = entries.find((entry) => !id.ID.test(entry));
    if (invalid === undefined) {
        return ids.length <= MAX_TASKS
            ? { value: ids }
            : { expected: `at most ${String(MAX_TASKS)} task ids, but there are ${String(ids.length)}` };
    }
    if (entries.length === 1)
        return { expected: `a task id of ${inputs_reader/* ID_WORDS */.S3}` };
    const place = `entry ${String(entries.indexOf(invalid) + 1)}`;
    return invalid === ''
        ? { expected: `task ids, but ${place} is empty (did the step that should have set it run?)` }
        : { expected: `task ids of ${inputs_reader/* ID_WORDS */.S3}, but ${place} is '${(0,plain/* plainText */.wh)(invalid, inputs_reader/* MAX_SHOWN */.Z1)}'` };
}

;// CONCATENATED MODULE: ./src/wait.ts












const SERVICE_LANGUAGES = { en: 'en_us', zh: 'zh_cn' };
function waitForSystemTasks(context) {
    const { runner, readVariable, redact } = context;
    const language = readLanguage(runner.readInput);
    const commitStatus = createCommitStatus(context);
    return run({
        ...context,
        ...createProgressLog(runner),
        readInputs: () => readInputs({ readInput: runner.readInput, readVariable }),
        announce: (inputs) => commitStatus.open(inputs.commitStatus, inputs.taskIds.length),
        async connect(inputs) {
            const credential = await context.signIn(inputs.credential, inputs.timeoutMs);
            if (credential === undefined)
                return undefined;
            const call = (0,service_call/* createServiceCall */._4)({ ...context, credential });
            const taskCount = inputs.taskIds.length;
            const poll = createSystemTaskClient({ ...inputs, language: SERVICE_LANGUAGES[language], maxSubtasks: keptSubtasks(taskCount) }, call);
            return {
                poll: preparedPoll(poll, redact, taskCount),
                awaitCredential: credential.ready,
                keyProblem: credential.problem,
            };
        },
        wallClock: Date.now,
        async publish(report) {
            await publish(report, (0,messages/* messagesFor */.kP)(language), runner);
            await commitStatus.close(report);
        },
    });
}
async function run(calls) {
    const report = await wait(calls);
    await calls.publish(report);
    return !report.failsStep;
}
async function wait(calls) {
    let ids = [];
    try {
        const inputs = calls.readInputs();
        ids = inputs.taskIds;
        calls.onSignIn(inputs);
        await calls.announce(inputs);
        const client = await calls.connect(inputs);
        if (client !== undefined)
            calls.onStart(inputs);
        const wallStartMs = calls.wallClock();
        const waited = await waitForTasks(ids, inputs, { ...calls, ...(client ?? CANCELLED) });
        return (0,report_report/* reportOf */.EI)(waited, { ...inputs, place: placeOf(inputs), wallStartMs });
    }
    catch (cause) {
        return (0,report_report/* reportOfProblems */.Kl)({ ...setbackOf(cause, ids), ids });
    }
}
function placeOf({ project, workspace, region, endpoint, credential }) {
    return { project, endpoint, ...(0,omit_undefined/* omitUndefined */.O)({ workspace, region }), credential: credential.used };
}
const CANCELLED = {
    poll: () => Promise.reject(new Error('A cancelled wait polled a task.')),
};
function setbackOf(cause, ids) {
    if (cause instanceof setup_error/* SetupError */.w) {
        const { problems, error } = cause;
        return { problems, error, nextStep: ids.length === 0 ? 'fix-inputs' : 'fix-sign-in' };
    }
    const message = cause instanceof Error ? cause.message : String(cause);
    return { problems: [`Internal error: ${message}.`], nextStep: 'report-bug' };
}


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 8167:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("worker_threads");

/***/ }),

/***/ 4942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Qq: () => (/* binding */ HttpClient)
});

// UNUSED EXPORTS: Headers, HttpClientError, HttpClientResponse, HttpCodes, MediaTypes, getProxyUrl, isHttps

// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(8611);
var external_http_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_http_, 2);
// EXTERNAL MODULE: external "https"
var external_https_ = __nccwpck_require__(5692);
var external_https_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_https_, 2);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map
// EXTERNAL MODULE: ./node_modules/tunnel/index.js
var tunnel = __nccwpck_require__(770);
// EXTERNAL MODULE: ./src/http/undici-stub.ts
var undici_stub = __nccwpck_require__(7739);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/index.js
/* eslint-disable @typescript-eslint/no-explicit-any */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};





var HttpCodes;
(function (HttpCodes) {
    HttpCodes[HttpCodes["OK"] = 200] = "OK";
    HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
    HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
    HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
    HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
    HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
    HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
    HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
    HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
    HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
    HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
    HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
    HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
    HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
    HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
    HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
    HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
    HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
    HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
    HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
    HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
    HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
    HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
    HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
    HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
    HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
    HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
function lib_getProxyUrl(serverUrl) {
    const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
    return proxyUrl ? proxyUrl.href : '';
}
const HttpRedirectCodes = [
    HttpCodes.MovedPermanently,
    HttpCodes.ResourceMoved,
    HttpCodes.SeeOther,
    HttpCodes.TemporaryRedirect,
    HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
    HttpCodes.BadGateway,
    HttpCodes.ServiceUnavailable,
    HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD'];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
    constructor(message, statusCode) {
        super(message);
        this.name = 'HttpClientError';
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
    }
}
class HttpClientResponse {
    constructor(message) {
        this.message = message;
    }
    readBody() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                let output = Buffer.alloc(0);
                this.message.on('data', (chunk) => {
                    output = Buffer.concat([output, chunk]);
                });
                this.message.on('end', () => {
                    resolve(output.toString());
                });
            }));
        });
    }
    readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                const chunks = [];
                this.message.on('data', (chunk) => {
                    chunks.push(chunk);
                });
                this.message.on('end', () => {
                    resolve(Buffer.concat(chunks));
                });
            }));
        });
    }
}
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
}
class HttpClient {
    constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
            if (requestOptions.ignoreSslError != null) {
                this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
                this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
                this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
                this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
                this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
                this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
                this._maxRetries = requestOptions.maxRetries;
            }
        }
    }
    options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                // Check if it's an authentication challenge
                if (response &&
                    response.message &&
                    response.message.statusCode === HttpCodes.Unauthorized) {
                    let authenticationHandler;
                    for (const handler of this.handlers) {
                        if (handler.canHandleAuthentication(response)) {
                            authenticationHandler = handler;
                            break;
                        }
                    }
                    if (authenticationHandler) {
                        return authenticationHandler.handleAuthentication(this, info, data);
                    }
                    else {
                        // We have received an unauthorized response but have no handlers to handle it.
                        // Let the response return to the caller.
                        return response;
                    }
                }
                let redirectsRemaining = this._maxRedirects;
                while (response.message.statusCode &&
                    HttpRedirectCodes.includes(response.message.statusCode) &&
                    this._allowRedirects &&
                    redirectsRemaining > 0) {
                    const redirectUrl = response.message.headers['location'];
                    if (!redirectUrl) {
                        // if there's no location to redirect to, we won't
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                    // we need to finish reading the response before reassigning response
                    // which will leak the open socket.
                    yield response.readBody();
                    // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            // header names are case insensitive
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    // If not a retry code, return immediately instead of retrying
                    return response;
                }
                numTries += 1;
                if (numTries < maxTries) {
                    yield response.readBody();
                    yield this._performExponentialBackoff(numTries);
                }
            } while (numTries < maxTries);
            return response;
        });
    }
    /**
     * Needs to be called if keepAlive is set to true in request options.
     */
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    /**
     * Raw request.
     * @param info
     * @param data
     */
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        // If `err` is not passed, then `res` must be passed.
                        reject(new Error('Unknown error'));
                    }
                    else {
                        resolve(res);
                    }
                }
                this.requestRawWithCallback(info, data, callbackForResult);
            });
        });
    }
    /**
     * Raw request with callback.
     * @param info
     * @param data
     * @param onResult
     */
    requestRawWithCallback(info, data, onResult) {
        if (typeof data === 'string') {
            if (!info.options.headers) {
                info.options.headers = {};
            }
            info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
        }
        let callbackCalled = false;
        function handleResult(err, res) {
            if (!callbackCalled) {
                callbackCalled = true;
                onResult(err, res);
            }
        }
        const req = info.httpModule.request(info.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(undefined, res);
        });
        let socket;
        req.on('socket', sock => {
            socket = sock;
        });
        // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
            // err has statusCode property
            // res should have headers
            handleResult(err);
        });
        if (data && typeof data === 'string') {
            req.write(data, 'utf8');
        }
        if (data && typeof data !== 'string') {
            data.on('close', function () {
                req.end();
            });
            data.pipe(req);
        }
        else {
            req.end();
        }
    }
    /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
            return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
    }
    _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === 'https:';
        info.httpModule = usingSsl ? external_https_namespaceObject : external_http_namespaceObject;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port
            ? parseInt(info.parsedUrl.port)
            : defaultPort;
        info.options.path =
            (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
            info.options.headers['user-agent'] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        // gives handlers an opportunity to participate
        if (this.handlers) {
            for (const handler of this.handlers) {
                handler.prepareRequest(info.options);
            }
        }
        return info;
    }
    _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
    }
    /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */
    _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
                clientHeader =
                    typeof headerValue === 'number' ? headerValue.toString() : headerValue;
            }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== undefined) {
            return typeof additionalValue === 'number'
                ? additionalValue.toString()
                : additionalValue;
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */
    _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
                if (typeof headerValue === 'number') {
                    clientHeader = String(headerValue);
                }
                else if (Array.isArray(headerValue)) {
                    clientHeader = headerValue.join(', ');
                }
                else {
                    clientHeader = headerValue;
                }
            }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        // Return the first non-undefined value, converting numbers or arrays to strings if necessary
        if (additionalValue !== undefined) {
            if (typeof additionalValue === 'number') {
                return String(additionalValue);
            }
            else if (Array.isArray(additionalValue)) {
                return additionalValue.join(', ');
            }
            else {
                return additionalValue;
            }
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        // if agent is already assigned use that agent.
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || external_http_.globalAgent.maxSockets;
        }
        // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
        if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
                maxSockets,
                keepAlive: this._keepAlive,
                proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                    proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                })), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === 'https:';
            if (usingSsl) {
                tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new external_https_.Agent(options) : new external_http_.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            agent.options = Object.assign(agent.options || {}, {
                rejectUnauthorized: false
            });
        }
        return agent;
    }
    _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
        }
        // if agent is already assigned use that agent.
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new undici_stub/* ProxyAgent */.k(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                rejectUnauthorized: false
            });
        }
        return proxyAgent;
    }
    _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || 'actions/http-client';
        const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
        if (orchId) {
            // Sanitize the orchestration ID to ensure it contains only valid characters
            // Valid characters: 0-9, a-z, _, -, .
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
    }
    _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                const statusCode = res.message.statusCode || 0;
                const response = {
                    statusCode,
                    result: null,
                    headers: {}
                };
                // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                // get the result from the body
                function dateTimeDeserializer(key, value) {
                    if (typeof value === 'string') {
                        const a = new Date(value);
                        if (!isNaN(a.valueOf())) {
                            return a;
                        }
                    }
                    return value;
                }
                let obj;
                let contents;
                try {
                    contents = yield res.readBody();
                    if (contents && contents.length > 0) {
                        if (options && options.deserializeDates) {
                            obj = JSON.parse(contents, dateTimeDeserializer);
                        }
                        else {
                            obj = JSON.parse(contents);
                        }
                        response.result = obj;
                    }
                    response.headers = res.message.headers;
                }
                catch (err) {
                    // Invalid resource (contents not json);  leaving result obj null
                }
                // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
                    let msg;
                    // if exception/error in body, attempt to get better error
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        // it may be the case that the exception is in the body message as string
                        msg = contents;
                    }
                    else {
                        msg = `Failed request: (${statusCode})`;
                    }
                    const err = new HttpClientError(msg, statusCode);
                    err.result = response.result;
                    reject(err);
                }
                else {
                    resolve(response);
                }
            }));
        });
    }
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 7934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bqr: () => (/* binding */ trim),
/* harmony export */   FsL: () => (/* binding */ pipe),
/* harmony export */   IeY: () => (/* binding */ custom),
/* harmony export */   Ikc: () => (/* binding */ object),
/* harmony export */   KCZ: () => (/* binding */ union),
/* harmony export */   KIO: () => (/* binding */ picklist),
/* harmony export */   L5J: () => (/* binding */ unknown),
/* harmony export */   NpB: () => (/* binding */ fallback),
/* harmony export */   Wwf: () => (/* binding */ minValue),
/* harmony export */   Y2b: () => (/* binding */ safeInteger),
/* harmony export */   YOg: () => (/* binding */ array),
/* harmony export */   YjP: () => (/* binding */ string),
/* harmony export */   aig: () => (/* binding */ number),
/* harmony export */   cGV: () => (/* binding */ maxValue),
/* harmony export */   cl6: () => (/* binding */ nullish),
/* harmony export */   g1P: () => (/* binding */ record),
/* harmony export */   hq: () => (/* binding */ nonEmpty),
/* harmony export */   is: () => (/* binding */ is),
/* harmony export */   lqM: () => (/* binding */ optional),
/* harmony export */   mee: () => (/* binding */ nullable),
/* harmony export */   pdi: () => (/* binding */ transform),
/* harmony export */   qFJ: () => (/* binding */ parseJson),
/* harmony export */   qgA: () => (/* binding */ parse),
/* harmony export */   rej: () => (/* binding */ strictObject),
/* harmony export */   vmo: () => (/* binding */ digits),
/* harmony export */   xLC: () => (/* binding */ safeParse),
/* harmony export */   yGV: () => (/* binding */ regex),
/* harmony export */   yhX: () => (/* binding */ isoTimestamp),
/* harmony export */   yqP: () => (/* binding */ exactOptional),
/* harmony export */   z6Y: () => (/* binding */ check),
/* harmony export */   zMY: () => (/* binding */ boolean)
/* harmony export */ });
/* unused harmony exports BASE64_REGEX, BIC_REGEX, CUID2_REGEX, DECIMAL_REGEX, DIGITS_REGEX, DOMAIN_REGEX, EMAIL_REGEX, EMOJI_REGEX, HEXADECIMAL_REGEX, HEX_COLOR_REGEX, IMEI_REGEX, IPV4_REGEX, IPV6_REGEX, IP_REGEX, ISO_DATE_REGEX, ISO_DATE_TIME_REGEX, ISO_DATE_TIME_SECOND_REGEX, ISO_TIMESTAMP_REGEX, ISO_TIME_REGEX, ISO_TIME_SECOND_REGEX, ISO_WEEK_REGEX, ISRC_REGEX, JWS_COMPACT_REGEX, KSUID_REGEX, MAC48_REGEX, MAC64_REGEX, MAC_REGEX, NANO_ID_REGEX, OCTAL_REGEX, RFC_EMAIL_REGEX, SLUG_REGEX, ULID_REGEX, UUID_REGEX, ValiError, _addIssue, _cloneDataset, _formatCase, _getByteCount, _getCodePointCount, _getGraphemeCount, _getLastMetadata, _getWordCount, _isLuhnAlgo, _isSameValueZero, _isValidObjectKey, _isValueMatch, _joinExpects, _standardSchema, _stringify, any, args, argsAsync, arrayAsync, assert, awaitAsync, base64, bic, bigint, blob, brand, bytes, cache, cacheAsync, checkAsync, checkItems, checkItemsAsync, codePoints, config, creditCard, cuid2, customAsync, date, decimal, deleteGlobalConfig, deleteGlobalMessage, deleteSchemaMessage, deleteSpecificMessage, description, domain, email, emoji, empty, endsWith, entries, entriesFromList, entriesFromObjects, enum, enum_, everyItem, exactOptionalAsync, examples, excludes, fallbackAsync, file, filterItems, findItem, finite, flatten, flavor, forward, forwardAsync, function, function_, getDefault, getDefaults, getDefaultsAsync, getDescription, getDotPath, getExamples, getFallback, getFallbacks, getFallbacksAsync, getGlobalConfig, getGlobalMessage, getMetadata, getSchemaMessage, getSpecificMessage, getTitle, graphemes, gtValue, guard, hash, hexColor, hexadecimal, imei, includes, instance, integer, intersect, intersectAsync, ip, ipv4, ipv6, isOfKind, isOfType, isValiError, isbn, isoDate, isoDateTime, isoDateTimeSecond, isoTime, isoTimeSecond, isoWeek, isrc, jwsCompact, keyof, ksuid, lazy, lazyAsync, length, literal, looseObject, looseObjectAsync, looseTuple, looseTupleAsync, ltValue, mac, mac48, mac64, map, mapAsync, mapItems, maxBytes, maxCodePoints, maxEntries, maxGraphemes, maxLength, maxSize, maxWords, message, metadata, mimeType, minBytes, minCodePoints, minEntries, minGraphemes, minLength, minSize, minWords, multipleOf, nan, nanoid, never, nonNullable, nonNullableAsync, nonNullish, nonNullishAsync, nonOptional, nonOptionalAsync, normalize, notBytes, notCodePoints, notEntries, notGraphemes, notLength, notSize, notValue, notValues, notWords, null, null_, nullableAsync, nullishAsync, objectAsync, objectWithRest, objectWithRestAsync, octal, omit, optionalAsync, parseAsync, parseBoolean, parser, parserAsync, partial, partialAsync, partialCheck, partialCheckAsync, pick, pipeAsync, promise, rawCheck, rawCheckAsync, rawTransform, rawTransformAsync, readonly, recordAsync, reduceItems, required, requiredAsync, returns, returnsAsync, rfcEmail, safeParseAsync, safeParser, safeParserAsync, set, setAsync, setGlobalConfig, setGlobalMessage, setSchemaMessage, setSpecificMessage, size, slug, someItem, sortItems, startsWith, strictObjectAsync, strictTuple, strictTupleAsync, stringifyJson, summarize, symbol, title, toBigint, toBoolean, toCamelCase, toDate, toKebabCase, toLowerCase, toMaxValue, toMinValue, toNumber, toPascalCase, toSnakeCase, toString, toUpperCase, transformAsync, trimEnd, trimStart, tuple, tupleAsync, tupleWithRest, tupleWithRestAsync, ulid, undefined, undefined_, undefinedable, undefinedableAsync, unionAsync, unwrap, url, uuid, value, values, variant, variantAsync, void, void_, words */
//#region src/storages/globalConfig/globalConfig.ts
let store$4;
const DEFAULT_CONFIG = {
	lang: void 0,
	message: void 0,
	abortEarly: void 0,
	abortPipeEarly: void 0
};
/**
* Sets the global configuration.
*
* @param config The configuration.
*/
function setGlobalConfig(config$1) {
	store$4 = {
		...store$4,
		...config$1
	};
}
/**
* Returns the global configuration.
*
* @param config The config to merge.
*
* @returns The configuration.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalConfig(config$1) {
	if (!config$1 && !store$4) return DEFAULT_CONFIG;
	return {
		lang: config$1?.lang ?? store$4?.lang,
		message: config$1?.message,
		abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
		abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
	};
}
/**
* Deletes the global configuration.
*/
function deleteGlobalConfig() {
	store$4 = void 0;
}

//#endregion
//#region src/storages/globalMessage/globalMessage.ts
let store$3;
/**
* Sets a global error message.
*
* @param message The error message.
* @param lang The language of the message.
*/
function setGlobalMessage(message$1, lang) {
	if (!store$3) store$3 = /* @__PURE__ */ new Map();
	store$3.set(lang, message$1);
}
/**
* Returns a global error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalMessage(lang) {
	return store$3?.get(lang);
}
/**
* Deletes a global error message.
*
* @param lang The language of the message.
*/
function deleteGlobalMessage(lang) {
	store$3?.delete(lang);
}

//#endregion
//#region src/storages/schemaMessage/schemaMessage.ts
let store$2;
/**
* Sets a schema error message.
*
* @param message The error message.
* @param lang The language of the message.
*/
function setSchemaMessage(message$1, lang) {
	if (!store$2) store$2 = /* @__PURE__ */ new Map();
	store$2.set(lang, message$1);
}
/**
* Returns a schema error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSchemaMessage(lang) {
	return store$2?.get(lang);
}
/**
* Deletes a schema error message.
*
* @param lang The language of the message.
*/
function deleteSchemaMessage(lang) {
	store$2?.delete(lang);
}

//#endregion
//#region src/storages/specificMessage/specificMessage.ts
let store$1;
/**
* Sets a specific error message.
*
* @param reference The identifier reference.
* @param message The error message.
* @param lang The language of the message.
*/
function setSpecificMessage(reference, message$1, lang) {
	if (!store$1) store$1 = /* @__PURE__ */ new Map();
	if (!store$1.get(reference)) store$1.set(reference, /* @__PURE__ */ new Map());
	store$1.get(reference).set(lang, message$1);
}
/**
* Returns a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSpecificMessage(reference, lang) {
	return store$1?.get(reference)?.get(lang);
}
/**
* Deletes a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*/
function deleteSpecificMessage(reference, lang) {
	store$1?.get(reference)?.delete(lang);
}

//#endregion
//#region src/utils/_stringify/_stringify.ts
/**
* Stringifies an unknown input to a literal or type string.
*
* @param input The unknown input.
*
* @returns A literal or type string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _stringify(input) {
	const type = typeof input;
	if (type === "string") return `"${input}"`;
	if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
	if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
	return type;
}

//#endregion
//#region src/utils/_addIssue/_addIssue.ts
/**
* Adds an issue to the dataset.
*
* @param context The issue context.
* @param label The issue label.
* @param dataset The input dataset.
* @param config The configuration.
* @param other The optional props.
*
* @internal
*/
function _addIssue(context, label, dataset, config$1, other) {
	const input = other && "input" in other ? other.input : dataset.value;
	const expected = other?.expected ?? context.expects ?? null;
	const received = other?.received ?? /* @__PURE__ */ _stringify(input);
	const issue = {
		kind: context.kind,
		type: context.type,
		input,
		expected,
		received,
		message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
		requirement: context.requirement,
		path: other?.path,
		issues: other?.issues,
		lang: config$1.lang,
		abortEarly: config$1.abortEarly,
		abortPipeEarly: config$1.abortPipeEarly
	};
	const isSchema = context.kind === "schema";
	const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue.lang);
	if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
	if (isSchema) dataset.typed = false;
	if (dataset.issues) dataset.issues.push(issue);
	else dataset.issues = [issue];
}

//#endregion
//#region src/utils/_cloneDataset/_cloneDataset.ts
/**
* Creates a shallow copy of a dataset.
*
* Hint: The `value` is copied by reference, but the `issues` array, its issues
* and their `path` arrays are cloned to avoid reusing mutable dataset state
* across multiple runs. Mutating a returned object or array value can
* therefore affect later cache hits that reuse the same cached output.
*
* @param dataset The output dataset.
*
* @returns The copied output dataset.
*/
/* @__NO_SIDE_EFFECTS__ */
function _cloneDataset(dataset) {
	return {
		typed: dataset.typed,
		value: dataset.value,
		issues: dataset.issues?.map((issue) => ({
			...issue,
			path: issue.path && [...issue.path]
		}))
	};
}

//#endregion
//#region src/utils/_formatCase/_formatCase.ts
/**
* Splits a string into lowercase words and rejoins them with the given
* separator and capitalization rules.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries. Whether the first or subsequent words are
* capitalized is controlled by `capFirst` and `capRest`.
*
* Hint: Implemented in a single pass that emits directly to the result
* string to avoid an intermediate `string[]` allocation. ASCII chars are
* classified via char codes to skip `.toLowerCase()` and `.toUpperCase()`
* method calls in the common case.
*
* Hint: Digits are treated as a separate character class, so `item2Name`
* yields `item2` and `name` rather than `item`, `2` and `name`.
*
* @param input The input string.
* @param separator The string inserted between words.
* @param capFirst Whether to capitalize the first word.
* @param capRest Whether to capitalize subsequent words.
*
* @returns The formatted string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _formatCase(input, separator, capFirst, capRest) {
	let result = "";
	let firstWord = true;
	let start = 0;
	let prev = 0;
	let prevPrev = 0;
	const flush = (end) => {
		if (end > start) {
			let word = input.slice(start, end).toLowerCase();
			if (firstWord ? capFirst : capRest) {
				const firstCode = word.charCodeAt(0);
				if (firstCode >= 97 && firstCode <= 122) word = String.fromCharCode(firstCode - 32) + word.slice(1);
				else {
					const charLen = firstCode >= 55296 && firstCode <= 56319 ? 2 : 1;
					word = word.slice(0, charLen).toUpperCase() + word.slice(charLen);
				}
			}
			result += firstWord ? word : separator + word;
			firstWord = false;
		}
	};
	for (let index = 0; index < input.length; index++) {
		const code = input.charCodeAt(index);
		let type;
		if (code === 32 || code === 9 || code === 10 || code === 11 || code === 12 || code === 13 || code === 45 || code === 95) {
			flush(index);
			start = index + 1;
			type = 0;
		} else if (code < 128) type = code >= 65 && code <= 90 ? 1 : code >= 97 && code <= 122 ? 2 : 3;
		else {
			const char = input[index];
			const charLower = char.toLowerCase();
			type = charLower === char.toUpperCase() ? 3 : char === charLower ? 2 : 1;
		}
		if (type === 1 && (prev === 2 || prev === 3) && index > start) {
			flush(index);
			start = index;
		} else if (type === 2 && prev === 1 && prevPrev === 1 && index - 1 > start) {
			flush(index - 1);
			start = index - 1;
		}
		prevPrev = prev;
		prev = type;
	}
	flush(input.length);
	return result;
}

//#endregion
//#region src/utils/_getByteCount/_getByteCount.ts
let textEncoder;
/**
* Returns the byte count of the input.
*
* @param input The input to be measured.
*
* @returns The byte count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getByteCount(input) {
	if (!textEncoder) textEncoder = new TextEncoder();
	return textEncoder.encode(input).length;
}

//#endregion
//#region src/utils/_getCodePointCount/_getCodePointCount.ts
/**
* Returns the code point count of the input.
*
* @param input The input to be measured.
*
* @returns The code point count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getCodePointCount(input) {
	let count = input.length;
	const lengthMinus1 = input.length - 1;
	for (let i = 0; i < lengthMinus1;) if (input.codePointAt(i) <= 65535) i++;
	else {
		i += 2;
		count--;
	}
	return count;
}

//#endregion
//#region src/utils/_getGraphemeCount/_getGraphemeCount.ts
let segmenter;
/**
* Returns the grapheme count of the input.
*
* @param input The input to be measured.
*
* @returns The grapheme count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getGraphemeCount(input) {
	if (!segmenter) segmenter = new Intl.Segmenter();
	const segments = segmenter.segment(input);
	let count = 0;
	for (const _ of segments) count++;
	return count;
}

//#endregion
//#region src/utils/_getLastMetadata/_getLastMetadata.ts
/**
* Returns the last top-level value of a given metadata type from a schema
* using a breadth-first search that starts with the last item in the pipeline.
*
* @param schema The schema to search.
* @param type The metadata type.
*
* @returns The value, if any.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getLastMetadata(schema, type) {
	if ("pipe" in schema) {
		const nestedSchemas = [];
		for (let index = schema.pipe.length - 1; index >= 0; index--) {
			const item = schema.pipe[index];
			if (item.kind === "schema" && "pipe" in item) nestedSchemas.push(item);
			else if (item.kind === "metadata" && item.type === type) return item[type];
		}
		for (const nestedSchema of nestedSchemas) {
			const result = /* @__PURE__ */ _getLastMetadata(nestedSchema, type);
			if (result !== void 0) return result;
		}
	}
}

//#endregion
//#region src/utils/_getWordCount/_getWordCount.ts
let store;
/**
* Returns the word count of the input.
*
* @param locales The locales to be used.
* @param input The input to be measured.
*
* @returns The word count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getWordCount(locales, input) {
	if (!store) store = /* @__PURE__ */ new Map();
	const key = String(locales);
	let segmenter$1 = store.get(key);
	if (!segmenter$1) {
		segmenter$1 = new Intl.Segmenter(locales, { granularity: "word" });
		store.set(key, segmenter$1);
	}
	const segments = segmenter$1.segment(input);
	let count = 0;
	for (const segment of segments) if (segment.isWordLike) count++;
	return count;
}

//#endregion
//#region src/utils/_isLuhnAlgo/_isLuhnAlgo.ts
/**
* Non-digit regex.
*/
const NON_DIGIT_REGEX = /\D/gu;
/**
* Checks whether a string with numbers corresponds to the luhn algorithm.
*
* @param input The input to be checked.
*
* @returns Whether input is valid.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isLuhnAlgo(input) {
	const number$1 = input.replace(NON_DIGIT_REGEX, "");
	let length$1 = number$1.length;
	let bit = 1;
	let sum = 0;
	while (length$1) {
		const value$1 = +number$1[--length$1];
		bit ^= 1;
		sum += bit ? [
			0,
			2,
			4,
			6,
			8,
			1,
			3,
			5,
			7,
			9
		][value$1] : value$1;
	}
	return sum % 10 === 0;
}

//#endregion
//#region src/utils/_isSameValueZero/_isSameValueZero.ts
/**
* Compares two values using the SameValueZero algorithm, which treats `NaN`
* as equal to itself unlike `===`.
*
* @param value1 The first value.
* @param value2 The second value.
*
* @returns Whether the values are equal.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isSameValueZero(value1, value2) {
	return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}

//#endregion
//#region src/utils/_isValidObjectKey/_isValidObjectKey.ts
/**
* Disallows inherited object properties and prevents object prototype
* pollution by disallowing certain keys.
*
* @param object The object to check.
* @param key The key to check.
*
* @returns Whether the key is allowed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValidObjectKey(object$1, key) {
	return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}

//#endregion
//#region src/utils/_isValueMatch/_isValueMatch.ts
/**
* Checks whether a value matches a value action requirement.
*
* @param requirement The value action requirement.
* @param value The value to check.
*
* @returns Whether the value matches the requirement.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValueMatch(requirement, value$1) {
	return Number.isNaN(requirement) && Number.isNaN(value$1) || requirement <= value$1 && requirement >= value$1;
}

//#endregion
//#region src/utils/_joinExpects/_joinExpects.ts
/**
* Joins multiple `expects` values with the given separator.
*
* @param values The `expects` values.
* @param separator The separator.
*
* @returns The joined `expects` property.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _joinExpects(values$1, separator) {
	const list = [...new Set(values$1)];
	if (list.length > 1) return `(${list.join(` ${separator} `)})`;
	return list[0] ?? "never";
}

//#endregion
//#region src/utils/_standardSchema/_standardSchema.ts
/**
* Eagerly creates and attaches the Standard Schema properties of a schema.
*
* Hint: The contextual `this` type includes the standard properties that are
* attached before the schema is returned.
*
* @param schema The schema to attach standard properties to.
*
* @returns The schema with standard properties attached.
*
* @internal
*/
function _standardSchema(schema) {
	schema["~standard"] = {
		version: 1,
		vendor: "valibot",
		validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
	};
	return schema;
}

//#endregion
//#region src/utils/entriesFromList/entriesFromList.ts
/**
* Creates an object entries definition from a list of keys and a schema.
*
* @param list A list of keys.
* @param schema The schema of the keys.
*
* @returns The object entries.
*/
/* @__NO_SIDE_EFFECTS__ */
function entriesFromList(list, schema) {
	const entries$1 = {};
	for (const key of list) entries$1[key] = schema;
	return entries$1;
}

//#endregion
//#region src/utils/entriesFromObjects/entriesFromObjects.ts
/* @__NO_SIDE_EFFECTS__ */
function entriesFromObjects(schemas) {
	const entries$1 = {};
	for (const schema of schemas) Object.assign(entries$1, schema.entries);
	return entries$1;
}

//#endregion
//#region src/utils/getDotPath/getDotPath.ts
/* @__NO_SIDE_EFFECTS__ */
function getDotPath(issue) {
	if (issue.path) {
		let key = "";
		for (const item of issue.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`;
		else key += item.key;
		else return null;
		return key;
	}
	return null;
}

//#endregion
//#region src/utils/isOfKind/isOfKind.ts
/**
* A generic type guard to check the kind of an object.
*
* @param kind The kind to check for.
* @param object The object to check.
*
* @returns Whether it matches.
*/
/* @__NO_SIDE_EFFECTS__ */
function isOfKind(kind, object$1) {
	return object$1.kind === kind;
}

//#endregion
//#region src/utils/isOfType/isOfType.ts
/**
* A generic type guard to check the type of an object.
*
* @param type The type to check for.
* @param object The object to check.
*
* @returns Whether it matches.
*/
/* @__NO_SIDE_EFFECTS__ */
function isOfType(type, object$1) {
	return object$1.type === type;
}

//#endregion
//#region src/utils/ValiError/ValiError.ts
/**
* A Valibot error with useful information.
*/
var ValiError = class extends Error {
	/**
	* Creates a Valibot error with useful information.
	*
	* @param issues The error issues.
	*/
	constructor(issues) {
		super(issues[0].message);
		this.name = "ValiError";
		this.issues = issues;
	}
};

//#endregion
//#region src/utils/isValiError/isValiError.ts
/**
* A type guard to check if an error is a ValiError.
*
* @param error The error to check.
*
* @returns Whether its a ValiError.
*/
/* @__NO_SIDE_EFFECTS__ */
function isValiError(error) {
	return error instanceof ValiError;
}

//#endregion
//#region src/actions/args/args.ts
/* @__NO_SIDE_EFFECTS__ */
function args(schema) {
	return {
		kind: "transformation",
		type: "args",
		reference: args,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = (...args_) => {
				const argsDataset = this.schema["~run"]({ value: args_ }, config$1);
				if (argsDataset.issues) throw new ValiError(argsDataset.issues);
				return func(...argsDataset.value);
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/args/argsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function argsAsync(schema) {
	return {
		kind: "transformation",
		type: "args",
		reference: argsAsync,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = async (...args$1) => {
				const argsDataset = await schema["~run"]({ value: args$1 }, config$1);
				if (argsDataset.issues) throw new ValiError(argsDataset.issues);
				return func(...argsDataset.value);
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/await/awaitAsync.ts
/**
* Creates an await transformation action.
*
* @returns An await action.
*/
/* @__NO_SIDE_EFFECTS__ */
function awaitAsync() {
	return {
		kind: "transformation",
		type: "await",
		reference: awaitAsync,
		async: true,
		async "~run"(dataset) {
			dataset.value = await dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/regex.ts
/**
* [Base64](https://en.wikipedia.org/wiki/Base64) regex.
*/
const BASE64_REGEX = /^(?:[\da-z+/]{4})*(?:[\da-z+/]{2}==|[\da-z+/]{3}=)?$/iu;
/**
* [BIC](https://en.wikipedia.org/wiki/ISO_9362) regex.
*/
const BIC_REGEX = /^[A-Z]{6}(?!00)[\dA-Z]{2}(?:[\dA-Z]{3})?$/u;
/**
* [Cuid2](https://github.com/paralleldrive/cuid2) regex.
*/
const CUID2_REGEX = /^[a-z][\da-z]*$/u;
/**
* [Decimal](https://en.wikipedia.org/wiki/Decimal) regex.
*/
const DECIMAL_REGEX = /^[+-]?(?:\d*\.)?\d+$/u;
/**
* [Digits](https://en.wikipedia.org/wiki/Numerical_digit) regex.
*/
const DIGITS_REGEX = /^\d+$/u;
/**
* [Domain name](https://en.wikipedia.org/wiki/Domain_name) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
* ASCII-only validation. Internationalized domain names (IDNs) are not
* supported, including Punycode-encoded labels.
*/
const DOMAIN_REGEX = /^(?=.{1,253}$)(?:(?![Xx][Nn]--)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/u;
/**
* [Email address](https://en.wikipedia.org/wiki/Email_address) regex.
*
* Hint: We decided against the `i` flag to avoid matching non-ASCII characters.
*/
const EMAIL_REGEX = /^[\w+-]+(?:\.[\w+-]+)*@[\da-zA-Z]+(?:[.-][\da-zA-Z]+)*\.[a-zA-Z]{2,}$/u;
/**
* Emoji regex from [emoji-regex-xs](https://github.com/slevithan/emoji-regex-xs) v1.0.0 (MIT license).
*
* Hint: We decided against the newer `/^\p{RGI_Emoji}+$/v` regex because it is
* not supported in older runtimes and does not match all emoji.
*/
const EMOJI_REGEX = /^(?:[\u{1F1E6}-\u{1F1FF}]{2}|\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F}|(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|(?![\p{Emoji_Modifier_Base}\u{1F1E6}-\u{1F1FF}])\p{Emoji_Presentation})(?:\u200D(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|(?![\p{Emoji_Modifier_Base}\u{1F1E6}-\u{1F1FF}])\p{Emoji_Presentation}))*)+$/u;
/**
* [Hexadecimal](https://en.wikipedia.org/wiki/Hexadecimal) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const HEXADECIMAL_REGEX = /^(?:0[hx])?[\da-fA-F]+$/u;
/**
* [Hex color](https://en.wikipedia.org/wiki/Web_colors#Hex_triplet) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const HEX_COLOR_REGEX = /^#(?:[\da-fA-F]{3,4}|[\da-fA-F]{6}|[\da-fA-F]{8})$/u;
/**
* [IMEI](https://en.wikipedia.org/wiki/International_Mobile_Equipment_Identity) regex.
*/
const IMEI_REGEX = /^\d{15}$|^\d{2}-\d{6}-\d{6}-\d$/u;
/**
* [IPv4](https://en.wikipedia.org/wiki/IPv4) regex.
*/
const IPV4_REGEX = /^(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])(?:\.(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])){3}$/u;
/**
* [IPv6](https://en.wikipedia.org/wiki/IPv6) regex.
*/
const IPV6_REGEX = /^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,7}:|(?:[\da-f]{1,4}:){1,6}:[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,5}(?::[\da-f]{1,4}){1,2}|(?:[\da-f]{1,4}:){1,4}(?::[\da-f]{1,4}){1,3}|(?:[\da-f]{1,4}:){1,3}(?::[\da-f]{1,4}){1,4}|(?:[\da-f]{1,4}:){1,2}(?::[\da-f]{1,4}){1,5}|[\da-f]{1,4}:(?::[\da-f]{1,4}){1,6}|:(?:(?::[\da-f]{1,4}){1,7}|:)|fe80:(?::[\da-f]{0,4}){0,4}%[\da-z]+|::(?:f{4}(?::0{1,4})?:)?(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d)|(?:[\da-f]{1,4}:){1,4}:(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d))$/iu;
/**
* [IP](https://en.wikipedia.org/wiki/IP_address) regex.
*/
const IP_REGEX = /^(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])(?:\.(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])){3}$|^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,7}:|(?:[\da-f]{1,4}:){1,6}:[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,5}(?::[\da-f]{1,4}){1,2}|(?:[\da-f]{1,4}:){1,4}(?::[\da-f]{1,4}){1,3}|(?:[\da-f]{1,4}:){1,3}(?::[\da-f]{1,4}){1,4}|(?:[\da-f]{1,4}:){1,2}(?::[\da-f]{1,4}){1,5}|[\da-f]{1,4}:(?::[\da-f]{1,4}){1,6}|:(?:(?::[\da-f]{1,4}){1,7}|:)|fe80:(?::[\da-f]{0,4}){0,4}%[\da-z]+|::(?:f{4}(?::0{1,4})?:)?(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d)|(?:[\da-f]{1,4}:){1,4}:(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d))$/iu;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date regex.
*/
const ISO_DATE_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date-time regex.
*/
const ISO_DATE_TIME_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3]):[0-5]\d$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date-time with seconds regex.
*/
const ISO_DATE_TIME_SECOND_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) time regex.
*/
const ISO_TIME_REGEX = /^(?:0\d|1\d|2[0-3]):[0-5]\d$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) time with seconds regex.
*/
const ISO_TIME_SECOND_REGEX = /^(?:0\d|1\d|2[0-3])(?::[0-5]\d){2}$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) timestamp regex. Allows a
* space as a date/time separator and an optional space before the UTC offset.
*/
const ISO_TIMESTAMP_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z| ?[+-](?:0\d|1\d|2[0-3])(?::?[0-5]\d)?)$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) week regex.
*/
const ISO_WEEK_REGEX = /^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/u;
/**
* [JWS compact serialization](https://datatracker.ietf.org/doc/html/rfc7515#section-3.1)
* regex.
*
* Hint: Empty payload and signature segments are allowed because the
* Base64URL-encoded representation of an empty octet sequence is an empty
* string.
*/
const JWS_COMPACT_REGEX = /^(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)\.(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)?\.(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)?$/u;
/**
* [ISRC](https://en.wikipedia.org/wiki/International_Standard_Recording_Code) regex.
*/
const ISRC_REGEX = /^(?:[A-Z]{2}[A-Z\d]{3}\d{7}|[A-Z]{2}-[A-Z\d]{3}-\d{2}-\d{5})$/u;
/**
* [KSUID](https://github.com/segmentio/ksuid) regex.
*/
const KSUID_REGEX = /^[a-zA-Z0-9]{27}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) 48 bit regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC48_REGEX = /^(?:[\da-fA-F]{2}:){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){2}[\da-fA-F]{4}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) 64 bit regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC64_REGEX = /^(?:[\da-fA-F]{2}:){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){3}[\da-fA-F]{4}$|^(?:[\da-fA-F]{4}:){3}[\da-fA-F]{4}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC_REGEX = /^(?:[\da-fA-F]{2}:){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){2}[\da-fA-F]{4}$|^(?:[\da-fA-F]{2}:){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){3}[\da-fA-F]{4}$|^(?:[\da-fA-F]{4}:){3}[\da-fA-F]{4}$/u;
/**
* [Nano ID](https://github.com/ai/nanoid) regex.
*/
const NANO_ID_REGEX = /^[\w-]+$/u;
/**
* [Octal](https://en.wikipedia.org/wiki/Octal) regex.
*/
const OCTAL_REGEX = /^(?:0o)?[0-7]+$/u;
/**
* [RFC 5322 email address](https://datatracker.ietf.org/doc/html/rfc5322#section-3.4.1) regex.
*
* Hint: This regex was taken from the [HTML Living Standard Specification](https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address) and does not perfectly represent RFC 5322.
*/
const RFC_EMAIL_REGEX = /^[a-zA-Z0-9.!#$%&'*+\/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
/**
* [Slug](https://en.wikipedia.org/wiki/Clean_URL#Slug) regex.
*/
const SLUG_REGEX = /^[\da-z]+(?:[-_][\da-z]+)*$/u;
/**
* [ULID](https://github.com/ulid/spec) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
* Hint: The first character is restricted to `[0-7]` because the 48-bit
* timestamp cannot exceed 2^48-1, making the maximum valid ULID
* `7ZZZZZZZZZZZZZZZZZZZZZZZZZ` in Crockford's Base32 encoding.
*/
const ULID_REGEX = /^[0-7][\da-hjkmnp-tv-zA-HJKMNP-TV-Z]{25}$/u;
/**
* [UUID](https://en.wikipedia.org/wiki/Universally_unique_identifier) regex.
*/
const UUID_REGEX = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

//#endregion
//#region src/actions/base64/base64.ts
/* @__NO_SIDE_EFFECTS__ */
function base64(message$1) {
	return {
		kind: "validation",
		type: "base64",
		reference: base64,
		async: false,
		expects: null,
		requirement: BASE64_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Base64", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/bic/bic.ts
/* @__NO_SIDE_EFFECTS__ */
function bic(message$1) {
	return {
		kind: "validation",
		type: "bic",
		reference: bic,
		async: false,
		expects: null,
		requirement: BIC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "BIC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/brand/brand.ts
/**
* Creates a brand transformation action.
*
* @param name The brand name.
*
* @returns A brand action.
*/
/* @__NO_SIDE_EFFECTS__ */
function brand(name) {
	return {
		kind: "transformation",
		type: "brand",
		reference: brand,
		async: false,
		name,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/bytes/bytes.ts
/* @__NO_SIDE_EFFECTS__ */
function bytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "bytes",
		reference: bytes,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 !== this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/check/check.ts
/* @__NO_SIDE_EFFECTS__ */
function check(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: check,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/check/checkAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function checkAsync(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: checkAsync,
		async: true,
		expects: null,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.typed && !await this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/checkItems/checkItems.ts
/* @__NO_SIDE_EFFECTS__ */
function checkItems(requirement, message$1) {
	return {
		kind: "validation",
		type: "check_items",
		reference: checkItems,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) for (let index = 0; index < dataset.value.length; index++) {
				const item = dataset.value[index];
				if (!this.requirement(item, index, dataset.value)) _addIssue(this, "item", dataset, config$1, {
					input: item,
					path: [{
						type: "array",
						origin: "value",
						input: dataset.value,
						key: index,
						value: item
					}]
				});
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/checkItems/checkItemsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function checkItemsAsync(requirement, message$1) {
	return {
		kind: "validation",
		type: "check_items",
		reference: checkItemsAsync,
		async: true,
		expects: null,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.typed) {
				const requirementResults = await Promise.all(dataset.value.map(this.requirement));
				for (let index = 0; index < dataset.value.length; index++) if (!requirementResults[index]) {
					const item = dataset.value[index];
					_addIssue(this, "item", dataset, config$1, {
						input: item,
						path: [{
							type: "array",
							origin: "value",
							input: dataset.value,
							key: index,
							value: item
						}]
					});
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/codePoints/codePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function codePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "code_points",
		reference: codePoints,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count !== this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/creditCard/creditCard.ts
/**
* Credit card regex.
*/
const CREDIT_CARD_REGEX = /^(?:\d{13,19}|\d{4}(?: \d{3,6}){2,4}|\d{4}(?:-\d{3,6}){2,4})$/u;
/**
* Sanitize regex.
*/
const SANITIZE_REGEX = /[- ]/gu;
/**
* Provider regex list.
*/
const PROVIDER_REGEX_LIST = (/* unused pure expression or super */ null && ([
	/^3[47]\d{13}$/u,
	/^3(?:0[0-5]|[68]\d)\d{11,13}$/u,
	/^6(?:011|5\d{2})\d{12,15}$/u,
	/^(?:2131|1800|35\d{3})\d{11}$/u,
	/^(?:5[1-5]\d{2}|222\d|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/u,
	/^(?:6[27]\d{14,17}|81\d{14,17})$/u,
	/^4\d{12}(?:\d{3,6})?$/u
]));
/* @__NO_SIDE_EFFECTS__ */
function creditCard(message$1) {
	return {
		kind: "validation",
		type: "credit_card",
		reference: creditCard,
		async: false,
		expects: null,
		requirement(input) {
			let sanitized;
			return CREDIT_CARD_REGEX.test(input) && (sanitized = input.replace(SANITIZE_REGEX, "")) && PROVIDER_REGEX_LIST.some((regex$1) => regex$1.test(sanitized)) && /* @__PURE__ */ _isLuhnAlgo(sanitized);
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "credit card", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/cuid2/cuid2.ts
/* @__NO_SIDE_EFFECTS__ */
function cuid2(message$1) {
	return {
		kind: "validation",
		type: "cuid2",
		reference: cuid2,
		async: false,
		expects: null,
		requirement: CUID2_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Cuid2", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/decimal/decimal.ts
/* @__NO_SIDE_EFFECTS__ */
function decimal(message$1) {
	return {
		kind: "validation",
		type: "decimal",
		reference: decimal,
		async: false,
		expects: null,
		requirement: DECIMAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "decimal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/description/description.ts
/**
* Creates a description metadata action.
*
* @param description_ The description text.
*
* @returns A description action.
*/
/* @__NO_SIDE_EFFECTS__ */
function description(description_) {
	return {
		kind: "metadata",
		type: "description",
		reference: description,
		description: description_
	};
}

//#endregion
//#region src/actions/digits/digits.ts
/* @__NO_SIDE_EFFECTS__ */
function digits(message$1) {
	return {
		kind: "validation",
		type: "digits",
		reference: digits,
		async: false,
		expects: null,
		requirement: DIGITS_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "digits", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/domain/domain.ts
/* @__NO_SIDE_EFFECTS__ */
function domain(message$1) {
	return {
		kind: "validation",
		type: "domain",
		reference: domain,
		expects: null,
		async: false,
		requirement: DOMAIN_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "domain", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/email/email.ts
/* @__NO_SIDE_EFFECTS__ */
function email(message$1) {
	return {
		kind: "validation",
		type: "email",
		reference: email,
		expects: null,
		async: false,
		requirement: EMAIL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "email", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/emoji/emoji.ts
/* @__NO_SIDE_EFFECTS__ */
function emoji(message$1) {
	return {
		kind: "validation",
		type: "emoji",
		reference: emoji,
		async: false,
		expects: null,
		requirement: EMOJI_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "emoji", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/empty/empty.ts
/* @__NO_SIDE_EFFECTS__ */
function empty(message$1) {
	return {
		kind: "validation",
		type: "empty",
		reference: empty,
		async: false,
		expects: "0",
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length > 0) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/endsWith/endsWith.ts
/* @__NO_SIDE_EFFECTS__ */
function endsWith(requirement, message$1) {
	return {
		kind: "validation",
		type: "ends_with",
		reference: endsWith,
		async: false,
		expects: `"${requirement}"`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.endsWith(this.requirement)) _addIssue(this, "end", dataset, config$1, { received: `"${dataset.value.slice(-this.requirement.length)}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/entries/entries.ts
/* @__NO_SIDE_EFFECTS__ */
function entries(requirement, message$1) {
	return {
		kind: "validation",
		type: "entries",
		reference: entries,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count !== this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/everyItem/everyItem.ts
/* @__NO_SIDE_EFFECTS__ */
function everyItem(requirement, message$1) {
	return {
		kind: "validation",
		type: "every_item",
		reference: everyItem,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.every(this.requirement)) _addIssue(this, "item", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/examples/examples.ts
/**
* Creates an examples metadata action.
*
* @param examples_ The examples.
*
* @returns An examples action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function examples(examples_) {
	return {
		kind: "metadata",
		type: "examples",
		reference: examples,
		examples: examples_
	};
}

//#endregion
//#region src/actions/excludes/excludes.ts
/* @__NO_SIDE_EFFECTS__ */
function excludes(requirement, message$1) {
	const received = /* @__PURE__ */ _stringify(requirement);
	return {
		kind: "validation",
		type: "excludes",
		reference: excludes,
		async: false,
		expects: `!${received}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.includes(this.requirement)) _addIssue(this, "content", dataset, config$1, { received });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/filterItems/filterItems.ts
/* @__NO_SIDE_EFFECTS__ */
function filterItems(operation) {
	return {
		kind: "transformation",
		type: "filter_items",
		reference: filterItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.filter(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/findItem/findItem.ts
/* @__NO_SIDE_EFFECTS__ */
function findItem(operation) {
	return {
		kind: "transformation",
		type: "find_item",
		reference: findItem,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.find(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/finite/finite.ts
/* @__NO_SIDE_EFFECTS__ */
function finite(message$1) {
	return {
		kind: "validation",
		type: "finite",
		reference: finite,
		async: false,
		expects: null,
		requirement: Number.isFinite,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "finite", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/flavor/flavor.ts
/**
* Creates a flavor transformation action.
*
* @param name The flavor name.
*
* @returns A flavor action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function flavor(name) {
	return {
		kind: "transformation",
		type: "flavor",
		reference: flavor,
		async: false,
		name,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/graphemes/graphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function graphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "graphemes",
		reference: graphemes,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count !== this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/gtValue/gtValue.ts
/* @__NO_SIDE_EFFECTS__ */
function gtValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "gt_value",
		reference: gtValue,
		async: false,
		expects: `>${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value > this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/guard/guard.ts
/* @__NO_SIDE_EFFECTS__ */
function guard(requirement, message$1) {
	return {
		kind: "transformation",
		type: "guard",
		reference: guard,
		async: false,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) {
				_addIssue(this, "input", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hash/hash.ts
/**
* Hash lengths object.
*/
const HASH_LENGTHS = {
	md4: 32,
	md5: 32,
	sha1: 40,
	sha256: 64,
	sha384: 96,
	sha512: 128,
	ripemd128: 32,
	ripemd160: 40,
	tiger128: 32,
	tiger160: 40,
	tiger192: 48,
	crc32: 8,
	crc32b: 8,
	adler32: 8
};
/* @__NO_SIDE_EFFECTS__ */
function hash(types, message$1) {
	return {
		kind: "validation",
		type: "hash",
		reference: hash,
		expects: null,
		async: false,
		requirement: RegExp(types.map((type) => `^[a-fA-F0-9]{${HASH_LENGTHS[type]}}$`).join("|"), "u"),
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hash", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hexadecimal/hexadecimal.ts
/* @__NO_SIDE_EFFECTS__ */
function hexadecimal(message$1) {
	return {
		kind: "validation",
		type: "hexadecimal",
		reference: hexadecimal,
		async: false,
		expects: null,
		requirement: HEXADECIMAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hexadecimal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hexColor/hexColor.ts
/* @__NO_SIDE_EFFECTS__ */
function hexColor(message$1) {
	return {
		kind: "validation",
		type: "hex_color",
		reference: hexColor,
		async: false,
		expects: null,
		requirement: HEX_COLOR_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hex color", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/imei/imei.ts
/* @__NO_SIDE_EFFECTS__ */
function imei(message$1) {
	return {
		kind: "validation",
		type: "imei",
		reference: imei,
		async: false,
		expects: null,
		requirement(input) {
			return IMEI_REGEX.test(input) && /* @__PURE__ */ _isLuhnAlgo(input);
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "IMEI", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/includes/includes.ts
/* @__NO_SIDE_EFFECTS__ */
function includes(requirement, message$1) {
	const expects = /* @__PURE__ */ _stringify(requirement);
	return {
		kind: "validation",
		type: "includes",
		reference: includes,
		async: false,
		expects,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.includes(this.requirement)) _addIssue(this, "content", dataset, config$1, { received: `!${expects}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/integer/integer.ts
/* @__NO_SIDE_EFFECTS__ */
function integer(message$1) {
	return {
		kind: "validation",
		type: "integer",
		reference: integer,
		async: false,
		expects: null,
		requirement: Number.isInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "integer", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ip/ip.ts
/* @__NO_SIDE_EFFECTS__ */
function ip(message$1) {
	return {
		kind: "validation",
		type: "ip",
		reference: ip,
		async: false,
		expects: null,
		requirement: IP_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IP", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ipv4/ipv4.ts
/* @__NO_SIDE_EFFECTS__ */
function ipv4(message$1) {
	return {
		kind: "validation",
		type: "ipv4",
		reference: ipv4,
		async: false,
		expects: null,
		requirement: IPV4_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IPv4", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ipv6/ipv6.ts
/* @__NO_SIDE_EFFECTS__ */
function ipv6(message$1) {
	return {
		kind: "validation",
		type: "ipv6",
		reference: ipv6,
		async: false,
		expects: null,
		requirement: IPV6_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IPv6", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isbn/utils/_isIsbn10.ts
/**
* [Validates an ISBN-10](https://en.wikipedia.org/wiki/ISBN#ISBN-10_check_digits).
*
* @param input The input value.
*
* @returns `true` if the input is a valid ISBN-10, `false` otherwise.
*
* @internal
*/
function _isIsbn10(input) {
	const digits$1 = input.split("").map((c) => c === "X" ? 10 : parseInt(c));
	let sum = 0;
	for (let i = 0; i < 10; i++) sum += digits$1[i] * (10 - i);
	return sum % 11 === 0;
}

//#endregion
//#region src/actions/isbn/utils/_isIsbn13.ts
/**
* [Validates an ISBN-13](https://en.wikipedia.org/wiki/ISBN#ISBN-13_check_digit_calculation).
*
* @param input The input value.
*
* @returns `true` if the input is a valid ISBN-13, `false` otherwise.
*
* @internal
*/
function _isIsbn13(input) {
	const digits$1 = input.split("").map((c) => parseInt(c));
	let sum = 0;
	for (let i = 0; i < 13; i++) sum += digits$1[i] * (i % 2 === 0 ? 1 : 3);
	return sum % 10 === 0;
}

//#endregion
//#region src/actions/isbn/isbn.ts
/**
* ISBN separator regex.
*/
const ISBN_SEPARATOR_REGEX = /[- ]/gu;
/**
* ISBN-10 detection regex.
*/
const ISBN_10_DETECTION_REGEX = /^\d{9}[\dX]$/u;
/**
* ISBN-13 detection regex.
*/
const ISBN_13_DETECTION_REGEX = /^\d{13}$/u;
/* @__NO_SIDE_EFFECTS__ */
function isbn(message$1) {
	return {
		kind: "validation",
		type: "isbn",
		reference: isbn,
		async: false,
		expects: null,
		requirement(input) {
			const replacedInput = input.replace(ISBN_SEPARATOR_REGEX, "");
			if (ISBN_10_DETECTION_REGEX.test(replacedInput)) return _isIsbn10(replacedInput);
			else if (ISBN_13_DETECTION_REGEX.test(replacedInput)) return _isIsbn13(replacedInput);
			return false;
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "ISBN", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isrc/isrc.ts
/* @__NO_SIDE_EFFECTS__ */
function isrc(message$1) {
	return {
		kind: "validation",
		type: "isrc",
		reference: isrc,
		async: false,
		expects: null,
		requirement: ISRC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "ISRC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDate/isoDate.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDate(message$1) {
	return {
		kind: "validation",
		type: "iso_date",
		reference: isoDate,
		async: false,
		expects: null,
		requirement: ISO_DATE_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDateTime/isoDateTime.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDateTime(message$1) {
	return {
		kind: "validation",
		type: "iso_date_time",
		reference: isoDateTime,
		async: false,
		expects: null,
		requirement: ISO_DATE_TIME_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date-time", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDateTimeSecond/isoDateTimeSecond.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDateTimeSecond(message$1) {
	return {
		kind: "validation",
		type: "iso_date_time_second",
		reference: isoDateTimeSecond,
		async: false,
		expects: null,
		requirement: ISO_DATE_TIME_SECOND_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date-time-second", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTime/isoTime.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTime(message$1) {
	return {
		kind: "validation",
		type: "iso_time",
		reference: isoTime,
		async: false,
		expects: null,
		requirement: ISO_TIME_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "time", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTimeSecond/isoTimeSecond.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTimeSecond(message$1) {
	return {
		kind: "validation",
		type: "iso_time_second",
		reference: isoTimeSecond,
		async: false,
		expects: null,
		requirement: ISO_TIME_SECOND_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "time-second", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTimestamp/isoTimestamp.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTimestamp(message$1) {
	return {
		kind: "validation",
		type: "iso_timestamp",
		reference: isoTimestamp,
		async: false,
		expects: null,
		requirement: ISO_TIMESTAMP_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "timestamp", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoWeek/isoWeek.ts
/* @__NO_SIDE_EFFECTS__ */
function isoWeek(message$1) {
	return {
		kind: "validation",
		type: "iso_week",
		reference: isoWeek,
		async: false,
		expects: null,
		requirement: ISO_WEEK_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "week", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/jwsCompact/jwsCompact.ts
/* @__NO_SIDE_EFFECTS__ */
function jwsCompact(message$1) {
	return {
		kind: "validation",
		type: "jws_compact",
		reference: jwsCompact,
		async: false,
		expects: null,
		requirement: JWS_COMPACT_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "JWS compact", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ksuid/ksuid.ts
/* @__NO_SIDE_EFFECTS__ */
function ksuid(message$1) {
	return {
		kind: "validation",
		type: "ksuid",
		reference: ksuid,
		async: false,
		expects: null,
		requirement: KSUID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "KSUID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/length/length.ts
/* @__NO_SIDE_EFFECTS__ */
function length(requirement, message$1) {
	return {
		kind: "validation",
		type: "length",
		reference: length,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length !== this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ltValue/ltValue.ts
/* @__NO_SIDE_EFFECTS__ */
function ltValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "lt_value",
		reference: ltValue,
		async: false,
		expects: `<${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value < this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac/mac.ts
/* @__NO_SIDE_EFFECTS__ */
function mac(message$1) {
	return {
		kind: "validation",
		type: "mac",
		reference: mac,
		async: false,
		expects: null,
		requirement: MAC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac48/mac48.ts
/* @__NO_SIDE_EFFECTS__ */
function mac48(message$1) {
	return {
		kind: "validation",
		type: "mac48",
		reference: mac48,
		async: false,
		expects: null,
		requirement: MAC48_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "48-bit MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac64/mac64.ts
/* @__NO_SIDE_EFFECTS__ */
function mac64(message$1) {
	return {
		kind: "validation",
		type: "mac64",
		reference: mac64,
		async: false,
		expects: null,
		requirement: MAC64_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "64-bit MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mapItems/mapItems.ts
/* @__NO_SIDE_EFFECTS__ */
function mapItems(operation) {
	return {
		kind: "transformation",
		type: "map_items",
		reference: mapItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.map(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxBytes/maxBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function maxBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_bytes",
		reference: maxBytes,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 > this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxCodePoints/maxCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function maxCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_code_points",
		reference: maxCodePoints,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count > this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxEntries/maxEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function maxEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_entries",
		reference: maxEntries,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count > this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxGraphemes/maxGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function maxGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_graphemes",
		reference: maxGraphemes,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count > this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxLength/maxLength.ts
/* @__NO_SIDE_EFFECTS__ */
function maxLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_length",
		reference: maxLength,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length > this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxSize/maxSize.ts
/* @__NO_SIDE_EFFECTS__ */
function maxSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_size",
		reference: maxSize,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size > this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxValue/maxValue.ts
/* @__NO_SIDE_EFFECTS__ */
function maxValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_value",
		reference: maxValue,
		async: false,
		expects: `<=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value <= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxWords/maxWords.ts
/* @__NO_SIDE_EFFECTS__ */
function maxWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "max_words",
		reference: maxWords,
		async: false,
		expects: `<=${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count > this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/metadata/metadata.ts
/**
* Creates a custom metadata action.
*
* @param metadata_ The metadata object.
*
* @returns A metadata action.
*/
/* @__NO_SIDE_EFFECTS__ */
function metadata(metadata_) {
	return {
		kind: "metadata",
		type: "metadata",
		reference: metadata,
		metadata: metadata_
	};
}

//#endregion
//#region src/actions/mimeType/mimeType.ts
/* @__NO_SIDE_EFFECTS__ */
function mimeType(requirement, message$1) {
	return {
		kind: "validation",
		type: "mime_type",
		reference: mimeType,
		async: false,
		expects: /* @__PURE__ */ _joinExpects(requirement.map((option) => `"${option}"`), "|"),
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.includes(dataset.value.type)) _addIssue(this, "MIME type", dataset, config$1, { received: `"${dataset.value.type}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minBytes/minBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function minBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_bytes",
		reference: minBytes,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 < this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minCodePoints/minCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function minCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_code_points",
		reference: minCodePoints,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count < this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minEntries/minEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function minEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_entries",
		reference: minEntries,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count < this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minGraphemes/minGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function minGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_graphemes",
		reference: minGraphemes,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count < this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minLength/minLength.ts
/* @__NO_SIDE_EFFECTS__ */
function minLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_length",
		reference: minLength,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length < this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minSize/minSize.ts
/* @__NO_SIDE_EFFECTS__ */
function minSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_size",
		reference: minSize,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size < this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minValue/minValue.ts
/* @__NO_SIDE_EFFECTS__ */
function minValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_value",
		reference: minValue,
		async: false,
		expects: `>=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minWords/minWords.ts
/* @__NO_SIDE_EFFECTS__ */
function minWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "min_words",
		reference: minWords,
		async: false,
		expects: `>=${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count < this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/multipleOf/multipleOf.ts
/* @__NO_SIDE_EFFECTS__ */
function multipleOf(requirement, message$1) {
	return {
		kind: "validation",
		type: "multiple_of",
		reference: multipleOf,
		async: false,
		expects: `%${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value % this.requirement != 0) _addIssue(this, "multiple", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/nanoid/nanoid.ts
/* @__NO_SIDE_EFFECTS__ */
function nanoid(message$1) {
	return {
		kind: "validation",
		type: "nanoid",
		reference: nanoid,
		async: false,
		expects: null,
		requirement: NANO_ID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Nano ID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/nonEmpty/nonEmpty.ts
/* @__NO_SIDE_EFFECTS__ */
function nonEmpty(message$1) {
	return {
		kind: "validation",
		type: "non_empty",
		reference: nonEmpty,
		async: false,
		expects: "!0",
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length === 0) _addIssue(this, "length", dataset, config$1, { received: "0" });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/normalize/normalize.ts
/* @__NO_SIDE_EFFECTS__ */
function normalize(form) {
	return {
		kind: "transformation",
		type: "normalize",
		reference: normalize,
		async: false,
		form,
		"~run"(dataset) {
			dataset.value = dataset.value.normalize(this.form);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notBytes/notBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function notBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_bytes",
		reference: notBytes,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 === this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notCodePoints/notCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function notCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_code_points",
		reference: notCodePoints,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count === this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notEntries/notEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function notEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_entries",
		reference: notEntries,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count === this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notGraphemes/notGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function notGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_graphemes",
		reference: notGraphemes,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count === this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notLength/notLength.ts
/* @__NO_SIDE_EFFECTS__ */
function notLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_length",
		reference: notLength,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length === this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notSize/notSize.ts
/* @__NO_SIDE_EFFECTS__ */
function notSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_size",
		reference: notSize,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size === this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notValue/notValue.ts
/* @__NO_SIDE_EFFECTS__ */
function notValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_value",
		reference: notValue,
		async: false,
		expects: requirement instanceof Date ? `!${requirement.toJSON()}` : `!${/* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && /* @__PURE__ */ _isValueMatch(this.requirement, dataset.value)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notValues/notValues.ts
/* @__NO_SIDE_EFFECTS__ */
function notValues(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_values",
		reference: notValues,
		async: false,
		expects: `!${/* @__PURE__ */ _joinExpects(requirement.map((value$1) => value$1 instanceof Date ? value$1.toJSON() : /* @__PURE__ */ _stringify(value$1)), "|")}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && this.requirement.some((requirement$1) => /* @__PURE__ */ _isValueMatch(requirement$1, dataset.value))) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notWords/notWords.ts
/* @__NO_SIDE_EFFECTS__ */
function notWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "not_words",
		reference: notWords,
		async: false,
		expects: `!${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count === this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/octal/octal.ts
/* @__NO_SIDE_EFFECTS__ */
function octal(message$1) {
	return {
		kind: "validation",
		type: "octal",
		reference: octal,
		async: false,
		expects: null,
		requirement: OCTAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "octal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/parseBoolean/parseBoolean.ts
const TRUTHY = (/* unused pure expression or super */ null && ([
	true,
	1,
	"true",
	"1",
	"yes",
	"y",
	"on",
	"enabled"
]));
const FALSY = (/* unused pure expression or super */ null && ([
	false,
	0,
	"false",
	"0",
	"no",
	"n",
	"off",
	"disabled"
]));
/* @__NO_SIDE_EFFECTS__ */
function parseBoolean(config$1, message$1) {
	const normalize$1 = (v) => typeof v === "string" ? v.toLowerCase() : v;
	const truthyRaw = config$1?.truthy ?? TRUTHY;
	const falsyRaw = config$1?.falsy ?? FALSY;
	const truthy = config$1?.truthy ? config$1.truthy.map(normalize$1) : TRUTHY;
	const falsy = config$1?.falsy ? config$1.falsy.map(normalize$1) : FALSY;
	return {
		kind: "transformation",
		type: "parse_boolean",
		reference: parseBoolean,
		expects: /* @__PURE__ */ _joinExpects([...truthyRaw, ...falsyRaw].map(_stringify), "|"),
		config: config$1,
		message: message$1,
		async: false,
		"~run"(dataset, config$2) {
			const input = normalize$1(dataset.value);
			if (truthy.includes(input)) dataset.value = true;
			else if (falsy.includes(input)) dataset.value = false;
			else {
				_addIssue(this, "boolean", dataset, config$2);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/parseJson/parseJson.ts
/* @__NO_SIDE_EFFECTS__ */
function parseJson(config$1, message$1) {
	return {
		kind: "transformation",
		type: "parse_json",
		reference: parseJson,
		config: config$1,
		message: message$1,
		async: false,
		"~run"(dataset, config$2) {
			try {
				dataset.value = JSON.parse(dataset.value, this.config?.reviver);
			} catch (error) {
				if (error instanceof Error) {
					_addIssue(this, "JSON", dataset, config$2, { received: `"${error.message}"` });
					dataset.typed = false;
				} else throw error;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/partialCheck/utils/_isPartiallyTyped/_isPartiallyTyped.ts
/**
* Checks if a dataset is partially typed.
*
* @param dataset The dataset to check.
* @param paths The paths to check.
*
* @returns Whether it is partially typed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isPartiallyTyped(dataset, paths) {
	if (dataset.issues) for (const path of paths) for (const issue of dataset.issues) {
		let typed = false;
		const bound = Math.min(path.length, issue.path?.length ?? 0);
		for (let index = 0; index < bound; index++) if (path[index] !== issue.path[index].key && (path[index] !== "$" || issue.path[index].type !== "array")) {
			typed = true;
			break;
		}
		if (!typed) return false;
	}
	return true;
}

//#endregion
//#region src/actions/partialCheck/partialCheck.ts
/* @__NO_SIDE_EFFECTS__ */
function partialCheck(paths, requirement, message$1) {
	return {
		kind: "validation",
		type: "partial_check",
		reference: partialCheck,
		async: false,
		expects: null,
		paths,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if ((dataset.typed || /* @__PURE__ */ _isPartiallyTyped(dataset, paths)) && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/partialCheck/partialCheckAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function partialCheckAsync(paths, requirement, message$1) {
	return {
		kind: "validation",
		type: "partial_check",
		reference: partialCheckAsync,
		async: true,
		expects: null,
		paths,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if ((dataset.typed || /* @__PURE__ */ _isPartiallyTyped(dataset, paths)) && !await this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawCheck/rawCheck.ts
/**
* Creates a raw check validation action.
*
* @param action The validation action.
*
* @returns A raw check action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawCheck(action) {
	return {
		kind: "validation",
		type: "raw_check",
		reference: rawCheck,
		async: false,
		expects: null,
		"~run"(dataset, config$1) {
			action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
			});
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawCheck/rawCheckAsync.ts
/**
* Creates a raw check validation action.
*
* @param action The validation action.
*
* @returns A raw check action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawCheckAsync(action) {
	return {
		kind: "validation",
		type: "raw_check",
		reference: rawCheckAsync,
		async: true,
		expects: null,
		async "~run"(dataset, config$1) {
			await action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
			});
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawTransform/rawTransform.ts
/**
* Creates a raw transformation action.
*
* @param action The transformation action.
*
* @returns A raw transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawTransform(action) {
	return {
		kind: "transformation",
		type: "raw_transform",
		reference: rawTransform,
		async: false,
		"~run"(dataset, config$1) {
			const output = action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info),
				NEVER: null
			});
			if (dataset.issues) dataset.typed = false;
			else dataset.value = output;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawTransform/rawTransformAsync.ts
/**
* Creates a raw transformation action.
*
* @param action The transformation action.
*
* @returns A raw transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawTransformAsync(action) {
	return {
		kind: "transformation",
		type: "raw_transform",
		reference: rawTransformAsync,
		async: true,
		async "~run"(dataset, config$1) {
			const output = await action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info),
				NEVER: null
			});
			if (dataset.issues) dataset.typed = false;
			else dataset.value = output;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/readonly/readonly.ts
/* @__NO_SIDE_EFFECTS__ */
function readonly() {
	return {
		kind: "transformation",
		type: "readonly",
		reference: readonly,
		async: false,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/reduceItems/reduceItems.ts
/* @__NO_SIDE_EFFECTS__ */
function reduceItems(operation, initial) {
	return {
		kind: "transformation",
		type: "reduce_items",
		reference: reduceItems,
		async: false,
		operation,
		initial,
		"~run"(dataset) {
			dataset.value = dataset.value.reduce(this.operation, this.initial);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/regex/regex.ts
/* @__NO_SIDE_EFFECTS__ */
function regex(requirement, message$1) {
	return {
		kind: "validation",
		type: "regex",
		reference: regex,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/returns/returns.ts
/* @__NO_SIDE_EFFECTS__ */
function returns(schema) {
	return {
		kind: "transformation",
		type: "returns",
		reference: returns,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = (...args_) => {
				const returnsDataset = this.schema["~run"]({ value: func(...args_) }, config$1);
				if (returnsDataset.issues) throw new ValiError(returnsDataset.issues);
				return returnsDataset.value;
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/returns/returnsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function returnsAsync(schema) {
	return {
		kind: "transformation",
		type: "returns",
		reference: returnsAsync,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = async (...args_) => {
				const returnsDataset = await this.schema["~run"]({ value: await func(...args_) }, config$1);
				if (returnsDataset.issues) throw new ValiError(returnsDataset.issues);
				return returnsDataset.value;
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rfcEmail/rfcEmail.ts
/* @__NO_SIDE_EFFECTS__ */
function rfcEmail(message$1) {
	return {
		kind: "validation",
		type: "rfc_email",
		reference: rfcEmail,
		expects: null,
		async: false,
		requirement: RFC_EMAIL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "email", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/safeInteger/safeInteger.ts
/* @__NO_SIDE_EFFECTS__ */
function safeInteger(message$1) {
	return {
		kind: "validation",
		type: "safe_integer",
		reference: safeInteger,
		async: false,
		expects: null,
		requirement: Number.isSafeInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "safe integer", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/size/size.ts
/* @__NO_SIDE_EFFECTS__ */
function size(requirement, message$1) {
	return {
		kind: "validation",
		type: "size",
		reference: size,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size !== this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/slug/slug.ts
/* @__NO_SIDE_EFFECTS__ */
function slug(message$1) {
	return {
		kind: "validation",
		type: "slug",
		reference: slug,
		async: false,
		expects: null,
		requirement: SLUG_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "slug", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/someItem/someItem.ts
/* @__NO_SIDE_EFFECTS__ */
function someItem(requirement, message$1) {
	return {
		kind: "validation",
		type: "some_item",
		reference: someItem,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.some(this.requirement)) _addIssue(this, "item", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/sortItems/sortItems.ts
/* @__NO_SIDE_EFFECTS__ */
function sortItems(operation) {
	return {
		kind: "transformation",
		type: "sort_items",
		reference: sortItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.sort(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/startsWith/startsWith.ts
/* @__NO_SIDE_EFFECTS__ */
function startsWith(requirement, message$1) {
	return {
		kind: "validation",
		type: "starts_with",
		reference: startsWith,
		async: false,
		expects: `"${requirement}"`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.startsWith(this.requirement)) _addIssue(this, "start", dataset, config$1, { received: `"${dataset.value.slice(0, this.requirement.length)}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/stringifyJson/stringifyJson.ts
/* @__NO_SIDE_EFFECTS__ */
function stringifyJson(config$1, message$1) {
	return {
		kind: "transformation",
		type: "stringify_json",
		reference: stringifyJson,
		message: message$1,
		config: config$1,
		async: false,
		"~run"(dataset, config$2) {
			try {
				const output = JSON.stringify(dataset.value, this.config?.replacer, this.config?.space);
				if (output === void 0) {
					_addIssue(this, "JSON", dataset, config$2);
					dataset.typed = false;
				} else dataset.value = output;
			} catch (error) {
				if (error instanceof Error) {
					_addIssue(this, "JSON", dataset, config$2, { received: `"${error.message}"` });
					dataset.typed = false;
				} else throw error;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/title/title.ts
/**
* Creates a title metadata action.
*
* @param title_ The title text.
*
* @returns A title action.
*/
/* @__NO_SIDE_EFFECTS__ */
function title(title_) {
	return {
		kind: "metadata",
		type: "title",
		reference: title,
		title: title_
	};
}

//#endregion
//#region src/actions/toBigint/toBigint.ts
/* @__NO_SIDE_EFFECTS__ */
function toBigint(message$1) {
	return {
		kind: "transformation",
		type: "to_bigint",
		reference: toBigint,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = BigInt(dataset.value);
			} catch {
				_addIssue(this, "bigint", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toBoolean/toBoolean.ts
/**
* Creates a to boolean transformation action.
*
* @returns A to boolean action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toBoolean() {
	return {
		kind: "transformation",
		type: "to_boolean",
		reference: toBoolean,
		async: false,
		"~run"(dataset) {
			dataset.value = Boolean(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toCamelCase/toCamelCase.ts
/**
* Creates a to camel case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parseUrlValue`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2Name`).
*
* @returns A to camel case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toCamelCase() {
	return {
		kind: "transformation",
		type: "to_camel_case",
		reference: toCamelCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "", false, true);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toDate/toDate.ts
/* @__NO_SIDE_EFFECTS__ */
function toDate(message$1) {
	return {
		kind: "transformation",
		type: "to_date",
		reference: toDate,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = new Date(dataset.value);
				if (isNaN(dataset.value)) {
					_addIssue(this, "date", dataset, config$1, { received: "\"Invalid Date\"" });
					dataset.typed = false;
				}
			} catch {
				_addIssue(this, "date", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toKebabCase/toKebabCase.ts
/**
* Creates a to kebab case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parse-url-value`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2-name`).
*
* @returns A to kebab case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toKebabCase() {
	return {
		kind: "transformation",
		type: "to_kebab_case",
		reference: toKebabCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "-", false, false);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toLowerCase/toLowerCase.ts
/**
* Creates a to lower case transformation action.
*
* @returns A to lower case action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toLowerCase() {
	return {
		kind: "transformation",
		type: "to_lower_case",
		reference: toLowerCase,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.toLowerCase();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toMaxValue/toMaxValue.ts
/**
* Creates a to max value transformation action.
*
* @param requirement The maximum value.
*
* @returns A to max value action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toMaxValue(requirement) {
	return {
		kind: "transformation",
		type: "to_max_value",
		reference: toMaxValue,
		async: false,
		requirement,
		"~run"(dataset) {
			dataset.value = dataset.value > this.requirement ? this.requirement : dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toMinValue/toMinValue.ts
/**
* Creates a to min value transformation action.
*
* @param requirement The minimum value.
*
* @returns A to min value action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toMinValue(requirement) {
	return {
		kind: "transformation",
		type: "to_min_value",
		reference: toMinValue,
		async: false,
		requirement,
		"~run"(dataset) {
			dataset.value = dataset.value < this.requirement ? this.requirement : dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toNumber/toNumber.ts
/* @__NO_SIDE_EFFECTS__ */
function toNumber(message$1) {
	return {
		kind: "transformation",
		type: "to_number",
		reference: toNumber,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = Number(dataset.value);
				if (isNaN(dataset.value)) {
					_addIssue(this, "number", dataset, config$1);
					dataset.typed = false;
				}
			} catch {
				_addIssue(this, "number", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toPascalCase/toPascalCase.ts
/**
* Creates a to pascal case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `ParseUrlValue`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `Item2Name`).
*
* @returns A to pascal case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toPascalCase() {
	return {
		kind: "transformation",
		type: "to_pascal_case",
		reference: toPascalCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "", true, true);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toSnakeCase/toSnakeCase.ts
/**
* Creates a to snake case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parse_url_value`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2_name`).
*
* @returns A to snake case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toSnakeCase() {
	return {
		kind: "transformation",
		type: "to_snake_case",
		reference: toSnakeCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "_", false, false);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toString/toString.ts
/* @__NO_SIDE_EFFECTS__ */
function toString(message$1) {
	return {
		kind: "transformation",
		type: "to_string",
		reference: toString,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = String(dataset.value);
			} catch {
				_addIssue(this, "string", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toUpperCase/toUpperCase.ts
/**
* Creates a to upper case transformation action.
*
* @returns A to upper case action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toUpperCase() {
	return {
		kind: "transformation",
		type: "to_upper_case",
		reference: toUpperCase,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.toUpperCase();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/transform/transform.ts
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function transform(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transform,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = this.operation(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/transform/transformAsync.ts
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function transformAsync(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transformAsync,
		async: true,
		operation,
		async "~run"(dataset) {
			dataset.value = await this.operation(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trim/trim.ts
/**
* Creates a trim transformation action.
*
* @returns A trim action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trim() {
	return {
		kind: "transformation",
		type: "trim",
		reference: trim,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trim();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trimEnd/trimEnd.ts
/**
* Creates a trim end transformation action.
*
* @returns A trim end action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trimEnd() {
	return {
		kind: "transformation",
		type: "trim_end",
		reference: trimEnd,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trimEnd();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trimStart/trimStart.ts
/**
* Creates a trim start transformation action.
*
* @returns A trim start action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trimStart() {
	return {
		kind: "transformation",
		type: "trim_start",
		reference: trimStart,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trimStart();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ulid/ulid.ts
/* @__NO_SIDE_EFFECTS__ */
function ulid(message$1) {
	return {
		kind: "validation",
		type: "ulid",
		reference: ulid,
		async: false,
		expects: null,
		requirement: ULID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "ULID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/url/url.ts
/* @__NO_SIDE_EFFECTS__ */
function url(message$1) {
	return {
		kind: "validation",
		type: "url",
		reference: url,
		async: false,
		expects: null,
		requirement(input) {
			try {
				if (URL.canParse) return URL.canParse(input);
				new URL(input);
				return true;
			} catch {
				return false;
			}
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "URL", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/uuid/uuid.ts
/* @__NO_SIDE_EFFECTS__ */
function uuid(message$1) {
	return {
		kind: "validation",
		type: "uuid",
		reference: uuid,
		async: false,
		expects: null,
		requirement: UUID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "UUID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/value/value.ts
/* @__NO_SIDE_EFFECTS__ */
function value(requirement, message$1) {
	return {
		kind: "validation",
		type: "value",
		reference: value,
		async: false,
		expects: requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement),
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !/* @__PURE__ */ _isValueMatch(this.requirement, dataset.value)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/values/values.ts
/* @__NO_SIDE_EFFECTS__ */
function values(requirement, message$1) {
	return {
		kind: "validation",
		type: "values",
		reference: values,
		async: false,
		expects: `${/* @__PURE__ */ _joinExpects(requirement.map((value$1) => value$1 instanceof Date ? value$1.toJSON() : /* @__PURE__ */ _stringify(value$1)), "|")}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.some((requirement$1) => /* @__PURE__ */ _isValueMatch(requirement$1, dataset.value))) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/words/words.ts
/* @__NO_SIDE_EFFECTS__ */
function words(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "words",
		reference: words,
		async: false,
		expects: `${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count !== this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/const.ts
const ABORT_EARLY_CONFIG = { abortEarly: true };

//#endregion
//#region src/methods/assert/assert.ts
/**
* Checks if the input matches the schema. As this is an assertion function, it
* can be used as a type guard.
*
* @param schema The schema to be used.
* @param input The input to be tested.
*/
function assert(schema, input) {
	const issues = schema["~run"]({ value: input }, ABORT_EARLY_CONFIG).issues;
	if (issues) throw new ValiError(issues);
}

//#endregion
//#region src/methods/cache/_LruCache.ts
/**
* Efficient LRU cache using Map iteration order.
*/
var _LruCache = class {
	constructor(config$1) {
		this.refCount = 0;
		this.maxSize = config$1?.maxSize ?? 1e3;
		this.maxAge = config$1?.maxAge ?? Infinity;
		this.hasMaxAge = isFinite(this.maxAge);
	}
	/**
	* Stringifies an unknown input to a cache key component.
	*
	* @param input The unknown input.
	*
	* @returns A cache key component.
	*/
	stringify(input) {
		const type = typeof input;
		if (type === "string") return `"${input}"`;
		if (type === "number" || type === "boolean") return `${input}`;
		if (type === "bigint") return `${input}n`;
		if (type === "object" || type === "function") {
			if (input) {
				this.refIds ?? (this.refIds = /* @__PURE__ */ new WeakMap());
				let id = this.refIds.get(input);
				if (!id) {
					id = ++this.refCount;
					this.refIds.set(input, id);
				}
				return `#${id}`;
			}
			return "null";
		}
		return type;
	}
	/**
	* Creates a cache key from input and config.
	*
	* @param input The input value.
	* @param config The parse configuration.
	*
	* @returns The cache key.
	*/
	key(input, config$1 = {}) {
		return `${this.stringify(input)}|${this.stringify(config$1.lang)}|${this.stringify(config$1.message)}|${this.stringify(config$1.abortEarly)}|${this.stringify(config$1.abortPipeEarly)}`;
	}
	/**
	* Gets a value from the cache by key.
	*
	* @param key The cache key.
	*
	* @returns The cached value.
	*/
	get(key) {
		if (!this.store) return void 0;
		const entry = this.store.get(key);
		if (!entry) return void 0;
		if (this.hasMaxAge && Date.now() - entry[1] > this.maxAge) {
			this.store.delete(key);
			return;
		}
		this.store.delete(key);
		this.store.set(key, entry);
		return entry[0];
	}
	/**
	* Sets a value in the cache by key.
	*
	* @param key The cache key.
	* @param value The cached value.
	*/
	set(key, value$1) {
		this.store ?? (this.store = /* @__PURE__ */ new Map());
		this.store.delete(key);
		const timestamp = this.hasMaxAge ? Date.now() : 0;
		this.store.set(key, [value$1, timestamp]);
		if (this.store.size > this.maxSize) this.store.delete(this.store.keys().next().value);
	}
	/**
	* Clears all entries from the cache.
	*/
	clear() {
		this.store?.clear();
	}
};

//#endregion
//#region src/methods/cache/cache.ts
/* @__NO_SIDE_EFFECTS__ */
function cache(schema, config$1) {
	return _standardSchema({
		...schema,
		cacheConfig: config$1,
		cache: new _LruCache(config$1),
		"~run"(dataset, runConfig) {
			const key = this.cache.key(dataset.value, runConfig);
			let outputDataset = this.cache.get(key);
			if (!outputDataset) this.cache.set(key, outputDataset = schema["~run"](dataset, runConfig));
			return /* @__PURE__ */ _cloneDataset(outputDataset);
		}
	});
}

//#endregion
//#region src/methods/cache/cacheAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function cacheAsync(schema, config$1) {
	let activeRuns;
	return _standardSchema({
		...schema,
		async: true,
		cacheConfig: config$1,
		cache: new _LruCache(config$1),
		async "~run"(dataset, runConfig) {
			const key = this.cache.key(dataset.value, runConfig);
			const cached = this.cache.get(key);
			if (cached) return /* @__PURE__ */ _cloneDataset(cached);
			let promise$1 = activeRuns?.get(key);
			if (!promise$1) {
				activeRuns ?? (activeRuns = /* @__PURE__ */ new Map());
				promise$1 = Promise.resolve(schema["~run"](dataset, runConfig));
				activeRuns.set(key, promise$1);
			}
			try {
				const outputDataset = await promise$1;
				this.cache.set(key, outputDataset);
				return /* @__PURE__ */ _cloneDataset(outputDataset);
			} finally {
				activeRuns?.delete(key);
			}
		}
	});
}

//#endregion
//#region src/methods/config/config.ts
/**
* Changes the local configuration of a schema.
*
* @param schema The schema to configure.
* @param config The parse configuration.
*
* @returns The configured schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function config(schema, config$1) {
	return _standardSchema({
		...schema,
		"~run"(dataset, config_) {
			return schema["~run"](dataset, {
				...config_,
				...config$1
			});
		}
	});
}

//#endregion
//#region src/methods/getFallback/getFallback.ts
/**
* Returns the fallback value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The output dataset if available.
* @param config The config if available.
*
* @returns The fallback value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallback(schema, dataset, config$1) {
	return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}

//#endregion
//#region src/methods/fallback/fallback.ts
/**
* Returns a fallback value as output if the input does not match the schema.
*
* @param schema The schema to catch.
* @param fallback The fallback value.
*
* @returns The passed schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function fallback(schema, fallback$1) {
	return _standardSchema({
		...schema,
		fallback: fallback$1,
		"~run"(dataset, config$1) {
			const outputDataset = schema["~run"](dataset, config$1);
			return outputDataset.issues ? {
				typed: true,
				value: /* @__PURE__ */ getFallback(this, outputDataset, config$1)
			} : outputDataset;
		}
	});
}

//#endregion
//#region src/methods/fallback/fallbackAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function fallbackAsync(schema, fallback$1) {
	return _standardSchema({
		...schema,
		fallback: fallback$1,
		async: true,
		async "~run"(dataset, config$1) {
			const outputDataset = await schema["~run"](dataset, config$1);
			return outputDataset.issues ? {
				typed: true,
				value: await /* @__PURE__ */ getFallback(this, outputDataset, config$1)
			} : outputDataset;
		}
	});
}

//#endregion
//#region src/methods/flatten/flatten.ts
/* @__NO_SIDE_EFFECTS__ */
function flatten(issues) {
	const flatErrors = {};
	for (const issue of issues) if (issue.path) {
		const dotPath = /* @__PURE__ */ getDotPath(issue);
		if (dotPath) {
			if (!flatErrors.nested) flatErrors.nested = {};
			if (Object.prototype.hasOwnProperty.call(flatErrors.nested, dotPath)) flatErrors.nested[dotPath].push(issue.message);
			else flatErrors.nested[dotPath] = [issue.message];
		} else if (flatErrors.other) flatErrors.other.push(issue.message);
		else flatErrors.other = [issue.message];
	} else if (flatErrors.root) flatErrors.root.push(issue.message);
	else flatErrors.root = [issue.message];
	return flatErrors;
}

//#endregion
//#region src/methods/forward/forward.ts
/**
* Forwards the issues of the passed validation action.
*
* @param action The validation action.
* @param path The path to forward the issues to.
*
* @returns The modified action.
*/
/* @__NO_SIDE_EFFECTS__ */
function forward(action, path) {
	return {
		...action,
		"~run"(dataset, config$1) {
			const prevIssues = dataset.issues && [...dataset.issues];
			dataset = action["~run"](dataset, config$1);
			if (dataset.issues) {
				for (const issue of dataset.issues) if (!prevIssues?.includes(issue)) {
					let pathInput = dataset.value;
					for (const key of path) {
						const pathValue = pathInput[key];
						const pathItem = {
							type: "unknown",
							origin: "value",
							input: pathInput,
							key,
							value: pathValue
						};
						if (issue.path) issue.path.push(pathItem);
						else issue.path = [pathItem];
						if (!pathValue) break;
						pathInput = pathValue;
					}
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/methods/forward/forwardAsync.ts
/**
* Forwards the issues of the passed validation action.
*
* @param action The validation action.
* @param path The path to forward the issues to.
*
* @returns The modified action.
*/
/* @__NO_SIDE_EFFECTS__ */
function forwardAsync(action, path) {
	return {
		...action,
		async: true,
		async "~run"(dataset, config$1) {
			const prevIssues = dataset.issues && [...dataset.issues];
			dataset = await action["~run"](dataset, config$1);
			if (dataset.issues) {
				for (const issue of dataset.issues) if (!prevIssues?.includes(issue)) {
					let pathInput = dataset.value;
					for (const key of path) {
						const pathValue = pathInput[key];
						const pathItem = {
							type: "unknown",
							origin: "value",
							input: pathInput,
							key,
							value: pathValue
						};
						if (issue.path) issue.path.push(pathItem);
						else issue.path = [pathItem];
						if (!pathValue) break;
						pathInput = pathValue;
					}
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/methods/getDefault/getDefault.ts
/**
* Returns the default value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The input dataset if available.
* @param config The config if available.
*
* @returns The default value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefault(schema, dataset, config$1) {
	return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}

//#endregion
//#region src/methods/getDefaults/getDefaults.ts
/**
* Returns the default values of the schema.
*
* Hint: The difference to `getDefault` is that for object and tuple schemas
* this function recursively returns the default values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The default values.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefaults(schema) {
	if ("entries" in schema) {
		const object$1 = {};
		for (const key in schema.entries) object$1[key] = /* @__PURE__ */ getDefaults(schema.entries[key]);
		return object$1;
	}
	if ("items" in schema) return schema.items.map(getDefaults);
	return /* @__PURE__ */ getDefault(schema);
}

//#endregion
//#region src/methods/getDefaults/getDefaultsAsync.ts
/**
* Returns the default values of the schema.
*
* Hint: The difference to `getDefault` is that for object and tuple schemas
* this function recursively returns the default values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The default values.
*/
/* @__NO_SIDE_EFFECTS__ */
async function getDefaultsAsync(schema) {
	if ("entries" in schema) return Object.fromEntries(await Promise.all(Object.entries(schema.entries).map(async ([key, value$1]) => [key, await /* @__PURE__ */ getDefaultsAsync(value$1)])));
	if ("items" in schema) return Promise.all(schema.items.map(getDefaultsAsync));
	return /* @__PURE__ */ getDefault(schema);
}

//#endregion
//#region src/methods/getDescription/getDescription.ts
/**
* Returns the description of the schema.
*
* If multiple descriptions are defined, the last one of the highest level is
* returned. If no description is defined, `undefined` is returned.
*
* @param schema The schema to get the description from.
*
* @returns The description, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getDescription(schema) {
	return /* @__PURE__ */ _getLastMetadata(schema, "description");
}

//#endregion
//#region src/methods/getExamples/getExamples.ts
/**
* Returns the examples of a schema.
*
* If multiple examples are defined, it concatenates them using depth-first
* search. If no examples are defined, an empty array is returned.
*
* @param schema The schema to get the examples from.
*
* @returns The examples, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getExamples(schema) {
	const examples$1 = [];
	function depthFirstCollect(schema$1) {
		if ("pipe" in schema$1) {
			for (const item of schema$1.pipe) if (item.kind === "schema" && "pipe" in item) depthFirstCollect(item);
			else if (item.kind === "metadata" && item.type === "examples") for (const example of item.examples) examples$1.push(example);
		}
	}
	depthFirstCollect(schema);
	return examples$1;
}

//#endregion
//#region src/methods/getFallbacks/getFallbacks.ts
/**
* Returns the fallback values of the schema.
*
* Hint: The difference to `getFallback` is that for object and tuple schemas
* this function recursively returns the fallback values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The fallback values.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallbacks(schema) {
	if ("entries" in schema) {
		const object$1 = {};
		for (const key in schema.entries) object$1[key] = /* @__PURE__ */ getFallbacks(schema.entries[key]);
		return object$1;
	}
	if ("items" in schema) return schema.items.map(getFallbacks);
	return /* @__PURE__ */ getFallback(schema);
}

//#endregion
//#region src/methods/getFallbacks/getFallbacksAsync.ts
/**
* Returns the fallback values of the schema.
*
* Hint: The difference to `getFallback` is that for object and tuple schemas
* this function recursively returns the fallback values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The fallback values.
*/
/* @__NO_SIDE_EFFECTS__ */
async function getFallbacksAsync(schema) {
	if ("entries" in schema) return Object.fromEntries(await Promise.all(Object.entries(schema.entries).map(async ([key, value$1]) => [key, await /* @__PURE__ */ getFallbacksAsync(value$1)])));
	if ("items" in schema) return Promise.all(schema.items.map(getFallbacksAsync));
	return /* @__PURE__ */ getFallback(schema);
}

//#endregion
//#region src/methods/getMetadata/getMetadata.ts
/**
* Returns the metadata of a schema.
*
* If multiple metadata are defined, it shallowly merges them using depth-first
* search. If no metadata is defined, an empty object is returned.
*
* @param schema Schema to get the metadata from.
*
* @returns The metadata, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getMetadata(schema) {
	const result = {};
	function depthFirstMerge(schema$1) {
		if ("pipe" in schema$1) {
			for (const item of schema$1.pipe) if (item.kind === "schema" && "pipe" in item) depthFirstMerge(item);
			else if (item.kind === "metadata" && item.type === "metadata") Object.assign(result, item.metadata);
		}
	}
	depthFirstMerge(schema);
	return result;
}

//#endregion
//#region src/methods/getTitle/getTitle.ts
/**
* Returns the title of the schema.
*
* If multiple titles are defined, the last one of the highest level is
* returned. If no title is defined, `undefined` is returned.
*
* @param schema The schema to get the title from.
*
* @returns The title, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getTitle(schema) {
	return /* @__PURE__ */ _getLastMetadata(schema, "title");
}

//#endregion
//#region src/methods/is/is.ts
/**
* Checks if the input matches the schema. By using a type predicate, this
* function can be used as a type guard.
*
* @param schema The schema to be used.
* @param input The input to be tested.
*
* @returns Whether the input matches the schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function is(schema, input) {
	return !schema["~run"]({ value: input }, ABORT_EARLY_CONFIG).issues;
}

//#endregion
//#region src/schemas/any/any.ts
/**
* Creates an any schema.
*
* Hint: This schema function exists only for completeness and is not
* recommended in practice. Instead, `unknown` should be used to accept
* unknown data.
*
* @returns An any schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function any() {
	return _standardSchema({
		kind: "schema",
		type: "any",
		reference: any,
		expects: "any",
		async: false,
		"~run"(dataset) {
			dataset.typed = true;
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/array/array.ts
/* @__NO_SIDE_EFFECTS__ */
function array(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: array,
		expects: "Array",
		async: false,
		item,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/array/arrayAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function arrayAsync(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: arrayAsync,
		expects: "Array",
		async: true,
		item,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(input.map((value$1) => this.item["~run"]({ value: value$1 }, config$1)));
				for (let key = 0; key < itemDatasets.length; key++) {
					const itemDataset = itemDatasets[key];
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: input[key]
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/bigint/bigint.ts
/* @__NO_SIDE_EFFECTS__ */
function bigint(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "bigint",
		reference: bigint,
		expects: "bigint",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "bigint") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/blob/blob.ts
/* @__NO_SIDE_EFFECTS__ */
function blob(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "blob",
		reference: blob,
		expects: "Blob",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Blob) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/boolean/boolean.ts
/* @__NO_SIDE_EFFECTS__ */
function boolean(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "boolean",
		reference: boolean,
		expects: "boolean",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "boolean") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/custom/custom.ts
/* @__NO_SIDE_EFFECTS__ */
function custom(check$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "custom",
		reference: custom,
		expects: "unknown",
		async: false,
		check: check$1,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.check(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/custom/customAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function customAsync(check$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "custom",
		reference: customAsync,
		expects: "unknown",
		async: true,
		check: check$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (await this.check(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/date/date.ts
/* @__NO_SIDE_EFFECTS__ */
function date(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "date",
		reference: date,
		expects: "Date",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Date) if (!isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1, { received: "\"Invalid Date\"" });
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/enum/enum.ts
/* @__NO_SIDE_EFFECTS__ */
function enum_(enum__, message$1) {
	const options = [];
	for (const key in enum__) if (`${+key}` !== key || typeof enum__[key] !== "string" || !Object.is(enum__[enum__[key]], +key)) options.push(enum__[key]);
	return _standardSchema({
		kind: "schema",
		type: "enum",
		reference: enum_,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		enum: enum__,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/exactOptional/exactOptional.ts
/* @__NO_SIDE_EFFECTS__ */
function exactOptional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptional,
		expects: wrapped.expects,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/exactOptional/exactOptionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function exactOptionalAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptionalAsync,
		expects: wrapped.expects,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/file/file.ts
/* @__NO_SIDE_EFFECTS__ */
function file(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "file",
		reference: file,
		expects: "File",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof File) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/function/function.ts
/* @__NO_SIDE_EFFECTS__ */
function function_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "function",
		reference: function_,
		expects: "Function",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "function") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/instance/instance.ts
/* @__NO_SIDE_EFFECTS__ */
function instance(class_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "instance",
		reference: instance,
		expects: class_.name,
		async: false,
		class: class_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof this.class) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/intersect/utils/_merge/_merge.ts
/**
* Merges two values into one single output.
*
* @param value1 First value.
* @param value2 Second value.
*
* @returns The merge dataset.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _merge(value1, value2) {
	if (typeof value1 === typeof value2) {
		if (/* @__PURE__ */ _isSameValueZero(value1, value2) || value1 instanceof Date && value2 instanceof Date && /* @__PURE__ */ _isSameValueZero(+value1, +value2)) return { value: value1 };
		if (value1 && value2 && value1.constructor === Object && value2.constructor === Object) {
			const nextValue = {
				...value1,
				...value2
			};
			for (const key in value2) if (Object.prototype.hasOwnProperty.call(value1, key) && Object.prototype.hasOwnProperty.call(value2, key)) {
				const dataset = /* @__PURE__ */ _merge(value1[key], value2[key]);
				if (dataset.issue) return dataset;
				nextValue[key] = dataset.value;
			}
			return { value: nextValue };
		}
		if (Array.isArray(value1) && Array.isArray(value2)) {
			if (value1.length === value2.length) {
				const nextValue = [...value1];
				for (let index = 0; index < value1.length; index++) {
					const dataset = /* @__PURE__ */ _merge(value1[index], value2[index]);
					if (dataset.issue) return dataset;
					nextValue[index] = dataset.value;
				}
				return { value: nextValue };
			}
		}
	}
	return { issue: true };
}

//#endregion
//#region src/schemas/intersect/intersect.ts
/* @__NO_SIDE_EFFECTS__ */
function intersect(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "intersect",
		reference: intersect,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "&"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.length) {
				const input = dataset.value;
				let outputs;
				dataset.typed = true;
				for (const schema of this.options) {
					const optionDataset = schema["~run"]({ value: input }, config$1);
					if (optionDataset.issues) {
						if (dataset.issues) for (const issue of optionDataset.issues) dataset.issues.push(issue);
						else dataset.issues = optionDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!optionDataset.typed) dataset.typed = false;
					if (dataset.typed) if (outputs) outputs.push(optionDataset.value);
					else outputs = [optionDataset.value];
				}
				if (dataset.typed) {
					dataset.value = outputs[0];
					for (let index = 1; index < outputs.length; index++) {
						const mergeDataset = /* @__PURE__ */ _merge(dataset.value, outputs[index]);
						if (mergeDataset.issue) {
							_addIssue(this, "type", dataset, config$1, { received: "unknown" });
							break;
						}
						dataset.value = mergeDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/intersect/intersectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function intersectAsync(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "intersect",
		reference: intersectAsync,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "&"),
		async: true,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (this.options.length) {
				const input = dataset.value;
				let outputs;
				dataset.typed = true;
				const optionDatasets = await Promise.all(this.options.map((schema) => schema["~run"]({ value: input }, config$1)));
				for (const optionDataset of optionDatasets) {
					if (optionDataset.issues) {
						if (dataset.issues) for (const issue of optionDataset.issues) dataset.issues.push(issue);
						else dataset.issues = optionDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!optionDataset.typed) dataset.typed = false;
					if (dataset.typed) if (outputs) outputs.push(optionDataset.value);
					else outputs = [optionDataset.value];
				}
				if (dataset.typed) {
					dataset.value = outputs[0];
					for (let index = 1; index < outputs.length; index++) {
						const mergeDataset = /* @__PURE__ */ _merge(dataset.value, outputs[index]);
						if (mergeDataset.issue) {
							_addIssue(this, "type", dataset, config$1, { received: "unknown" });
							break;
						}
						dataset.value = mergeDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/lazy/lazy.ts
/**
* Creates a lazy schema.
*
* @param getter The schema getter.
*
* @returns A lazy schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function lazy(getter) {
	return _standardSchema({
		kind: "schema",
		type: "lazy",
		reference: lazy,
		expects: "unknown",
		async: false,
		getter,
		"~run"(dataset, config$1) {
			return this.getter(dataset.value)["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/lazy/lazyAsync.ts
/**
* Creates a lazy schema.
*
* @param getter The schema getter.
*
* @returns A lazy schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function lazyAsync(getter) {
	return _standardSchema({
		kind: "schema",
		type: "lazy",
		reference: lazyAsync,
		expects: "unknown",
		async: true,
		getter,
		async "~run"(dataset, config$1) {
			return (await this.getter(dataset.value))["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/literal/literal.ts
/* @__NO_SIDE_EFFECTS__ */
function literal(literal_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "literal",
		reference: literal,
		expects: /* @__PURE__ */ _stringify(literal_),
		async: false,
		literal: literal_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (/* @__PURE__ */ _isSameValueZero(dataset.value, this.literal)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseObject/looseObject.ts
/* @__NO_SIDE_EFFECTS__ */
function looseObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_object",
		reference: looseObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseObject/looseObjectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function looseObjectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_object",
		reference: looseObjectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseTuple/looseTuple.ts
/* @__NO_SIDE_EFFECTS__ */
function looseTuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_tuple",
		reference: looseTuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) dataset.value.push(input[key]);
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseTuple/looseTupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function looseTupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_tuple",
		reference: looseTupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) dataset.value.push(input[key]);
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/map/map.ts
/* @__NO_SIDE_EFFECTS__ */
function map(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "map",
		reference: map,
		expects: "Map",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Map) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Map();
				for (const [inputKey, inputValue] of input) {
					const keyDataset = this.key["~run"]({ value: inputKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "key",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of keyDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: inputValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "value",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					dataset.value.set(keyDataset.value, valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/map/mapAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function mapAsync(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "map",
		reference: mapAsync,
		expects: "Map",
		async: true,
		key,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Map) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Map();
				const datasets = await Promise.all([...input].map(([inputKey, inputValue]) => Promise.all([
					inputKey,
					inputValue,
					this.key["~run"]({ value: inputKey }, config$1),
					this.value["~run"]({ value: inputValue }, config$1)
				])));
				for (const [inputKey, inputValue, keyDataset, valueDataset] of datasets) {
					if (keyDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "key",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of keyDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (valueDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "value",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					dataset.value.set(keyDataset.value, valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nan/nan.ts
/* @__NO_SIDE_EFFECTS__ */
function nan(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "nan",
		reference: nan,
		expects: "NaN",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (Number.isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/never/never.ts
/* @__NO_SIDE_EFFECTS__ */
function never(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "never",
		reference: never,
		expects: "never",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			_addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullable/nonNullable.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullable(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullable",
		reference: nonNullable,
		expects: "!null",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value !== null) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullable/nonNullableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullableAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullable",
		reference: nonNullableAsync,
		expects: "!null",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.value !== null) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullish/nonNullish.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullish(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullish",
		reference: nonNullish,
		expects: "(!null & !undefined)",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!(dataset.value === null || dataset.value === void 0)) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null || dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullish/nonNullishAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullishAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullish",
		reference: nonNullishAsync,
		expects: "(!null & !undefined)",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (!(dataset.value === null || dataset.value === void 0)) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null || dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonOptional/nonOptional.ts
/* @__NO_SIDE_EFFECTS__ */
function nonOptional(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_optional",
		reference: nonOptional,
		expects: "!undefined",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value !== void 0) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonOptional/nonOptionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonOptionalAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_optional",
		reference: nonOptionalAsync,
		expects: "!undefined",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.value !== void 0) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/null/null.ts
/* @__NO_SIDE_EFFECTS__ */
function null_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "null",
		reference: null_,
		expects: "null",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === null) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nullable/nullable.ts
/* @__NO_SIDE_EFFECTS__ */
function nullable(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullable,
		expects: `(${wrapped.expects} | null)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullable/nullableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nullableAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullableAsync,
		expects: `(${wrapped.expects} | null)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullish/nullish.ts
/* @__NO_SIDE_EFFECTS__ */
function nullish(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullish",
		reference: nullish,
		expects: `(${wrapped.expects} | null | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null || dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null || dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullish/nullishAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nullishAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullish",
		reference: nullishAsync,
		expects: `(${wrapped.expects} | null | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === null || dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null || dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/number/number.ts
/* @__NO_SIDE_EFFECTS__ */
function number(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "number",
		reference: number,
		expects: "number",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/object/object.ts
/* @__NO_SIDE_EFFECTS__ */
function object(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object",
		reference: object,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/object/objectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function objectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object",
		reference: objectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/objectWithRest/objectWithRest.ts
/* @__NO_SIDE_EFFECTS__ */
function objectWithRest(entries$1, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object_with_rest",
		reference: objectWithRest,
		expects: "Object",
		async: false,
		entries: entries$1,
		rest,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) {
						const valueDataset = this.rest["~run"]({ value: input[key] }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: input[key]
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/objectWithRest/objectWithRestAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function objectWithRestAsync(entries$1, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object_with_rest",
		reference: objectWithRestAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		rest,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const [normalDatasets, restDatasets] = await Promise.all([Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				})), Promise.all(Object.entries(input).filter(([key]) => /* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)).map(async ([key, value$1]) => [
					key,
					value$1,
					await this.rest["~run"]({ value: value$1 }, config$1)
				]))]);
				for (const [key, value$1, valueSchema, valueDataset] of normalDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) for (const [key, value$1, valueDataset] of restDatasets) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/optional/optional.ts
/* @__NO_SIDE_EFFECTS__ */
function optional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optional,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/optional/optionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function optionalAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optionalAsync,
		expects: `(${wrapped.expects} | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/picklist/picklist.ts
/* @__NO_SIDE_EFFECTS__ */
function picklist(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "picklist",
		reference: picklist,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/promise/promise.ts
/* @__NO_SIDE_EFFECTS__ */
function promise(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "promise",
		reference: promise,
		expects: "Promise",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Promise) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/record/record.ts
/* @__NO_SIDE_EFFECTS__ */
function record(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: record,
		expects: "Object",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const entryKey in input) if (/* @__PURE__ */ _isValidObjectKey(input, entryKey)) {
					const entryValue = input[entryKey];
					const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/record/recordAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function recordAsync(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: recordAsync,
		expects: "Object",
		async: true,
		key,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const datasets = await Promise.all(Object.entries(input).filter(([key$1]) => /* @__PURE__ */ _isValidObjectKey(input, key$1)).map(([entryKey, entryValue]) => Promise.all([
					entryKey,
					entryValue,
					this.key["~run"]({ value: entryKey }, config$1),
					this.value["~run"]({ value: entryValue }, config$1)
				])));
				for (const [entryKey, entryValue, keyDataset, valueDataset] of datasets) {
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/set/set.ts
/* @__NO_SIDE_EFFECTS__ */
function set(value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "set",
		reference: set,
		expects: "Set",
		async: false,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Set) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Set();
				for (const inputValue of input) {
					const valueDataset = this.value["~run"]({ value: inputValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "set",
							origin: "value",
							input,
							key: null,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value.add(valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/set/setAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function setAsync(value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "set",
		reference: setAsync,
		expects: "Set",
		async: true,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Set) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Set();
				const valueDatasets = await Promise.all([...input].map(async (inputValue) => [inputValue, await this.value["~run"]({ value: inputValue }, config$1)]));
				for (const [inputValue, valueDataset] of valueDatasets) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "set",
							origin: "value",
							input,
							key: null,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value.add(valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictObject/strictObject.ts
/* @__NO_SIDE_EFFECTS__ */
function strictObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictObject/strictObjectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function strictObjectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObjectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictTuple/strictTuple.ts
/* @__NO_SIDE_EFFECTS__ */
function strictTuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_tuple",
		reference: strictTuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!(dataset.issues && config$1.abortEarly) && this.items.length < input.length) _addIssue(this, "type", dataset, config$1, {
					input: input[this.items.length],
					expected: "never",
					path: [{
						type: "array",
						origin: "value",
						input,
						key: this.items.length,
						value: input[this.items.length]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictTuple/strictTupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function strictTupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_tuple",
		reference: strictTupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!(dataset.issues && config$1.abortEarly) && this.items.length < input.length) _addIssue(this, "type", dataset, config$1, {
					input: input[this.items.length],
					expected: "never",
					path: [{
						type: "array",
						origin: "value",
						input,
						key: this.items.length,
						value: input[this.items.length]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/string/string.ts
/* @__NO_SIDE_EFFECTS__ */
function string(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "string",
		reference: string,
		expects: "string",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "string") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/symbol/symbol.ts
/* @__NO_SIDE_EFFECTS__ */
function symbol(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "symbol",
		reference: symbol,
		expects: "symbol",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "symbol") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tuple/tuple.ts
/* @__NO_SIDE_EFFECTS__ */
function tuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple",
		reference: tuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tuple/tupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple",
		reference: tupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tupleWithRest/tupleWithRest.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleWithRest(items, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple_with_rest",
		reference: tupleWithRest,
		expects: "Array",
		async: false,
		items,
		rest,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.rest["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tupleWithRest/tupleWithRestAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleWithRestAsync(items, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple_with_rest",
		reference: tupleWithRestAsync,
		expects: "Array",
		async: true,
		items,
		rest,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const [normalDatasets, restDatasets] = await Promise.all([Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				})), Promise.all(input.slice(this.items.length).map(async (value$1, key) => {
					return [
						key + this.items.length,
						value$1,
						await this.rest["~run"]({ value: value$1 }, config$1)
					];
				}))]);
				for (const [key, value$1, itemDataset] of normalDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (const [key, value$1, itemDataset] of restDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/undefined/undefined.ts
/* @__NO_SIDE_EFFECTS__ */
function undefined_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "undefined",
		reference: undefined_,
		expects: "undefined",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/undefinedable/undefinedable.ts
/* @__NO_SIDE_EFFECTS__ */
function undefinedable(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "undefinedable",
		reference: undefinedable,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/undefinedable/undefinedableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function undefinedableAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "undefinedable",
		reference: undefinedableAsync,
		expects: `(${wrapped.expects} | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/union/utils/_subIssues/_subIssues.ts
/**
* Returns the sub issues of the provided datasets for the union issue.
*
* @param datasets The datasets.
*
* @returns The sub issues.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _subIssues(datasets) {
	let issues;
	if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue);
	else issues = dataset.issues;
	return issues;
}

//#endregion
//#region src/schemas/union/union.ts
/* @__NO_SIDE_EFFECTS__ */
function union(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: union,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/union/unionAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function unionAsync(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: unionAsync,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: true,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = await schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/unknown/unknown.ts
/**
* Creates a unknown schema.
*
* @returns A unknown schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function unknown() {
	return _standardSchema({
		kind: "schema",
		type: "unknown",
		reference: unknown,
		expects: "unknown",
		async: false,
		"~run"(dataset) {
			dataset.typed = true;
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/variant/variant.ts
/* @__NO_SIDE_EFFECTS__ */
function variant(key, options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "variant",
		reference: variant,
		expects: "Object",
		async: false,
		key,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				let outputDataset;
				let maxDiscriminatorPriority = 0;
				let invalidDiscriminatorKey = this.key;
				let expectedDiscriminators = [];
				const parseOptions = (variant$1, allKeys) => {
					for (const schema of variant$1.options) {
						if (schema.type === "variant") parseOptions(schema, new Set(allKeys).add(schema.key));
						else {
							let keysAreValid = true;
							let currentPriority = 0;
							for (const currentKey of allKeys) {
								const discriminatorSchema = schema.entries[currentKey];
								if (currentKey in input ? discriminatorSchema["~run"]({
									typed: false,
									value: input[currentKey]
								}, ABORT_EARLY_CONFIG).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
									keysAreValid = false;
									if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
										maxDiscriminatorPriority = currentPriority;
										invalidDiscriminatorKey = currentKey;
										expectedDiscriminators = [];
									}
									if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
									break;
								}
								currentPriority++;
							}
							if (keysAreValid) {
								const optionDataset = schema["~run"]({ value: input }, config$1);
								if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
							}
						}
						if (outputDataset && !outputDataset.issues) break;
					}
				};
				parseOptions(this, new Set([this.key]));
				if (outputDataset) return outputDataset;
				_addIssue(this, "type", dataset, config$1, {
					input: input[invalidDiscriminatorKey],
					expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
					path: [{
						type: "object",
						origin: "value",
						input,
						key: invalidDiscriminatorKey,
						value: input[invalidDiscriminatorKey]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/variant/variantAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function variantAsync(key, options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "variant",
		reference: variantAsync,
		expects: "Object",
		async: true,
		key,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				let outputDataset;
				let maxDiscriminatorPriority = 0;
				let invalidDiscriminatorKey = this.key;
				let expectedDiscriminators = [];
				const parseOptions = async (variant$1, allKeys) => {
					for (const schema of variant$1.options) {
						if (schema.type === "variant") await parseOptions(schema, new Set(allKeys).add(schema.key));
						else {
							let keysAreValid = true;
							let currentPriority = 0;
							for (const currentKey of allKeys) {
								const discriminatorSchema = schema.entries[currentKey];
								if (currentKey in input ? (await discriminatorSchema["~run"]({
									typed: false,
									value: input[currentKey]
								}, ABORT_EARLY_CONFIG)).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
									keysAreValid = false;
									if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
										maxDiscriminatorPriority = currentPriority;
										invalidDiscriminatorKey = currentKey;
										expectedDiscriminators = [];
									}
									if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
									break;
								}
								currentPriority++;
							}
							if (keysAreValid) {
								const optionDataset = await schema["~run"]({ value: input }, config$1);
								if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
							}
						}
						if (outputDataset && !outputDataset.issues) break;
					}
				};
				await parseOptions(this, new Set([this.key]));
				if (outputDataset) return outputDataset;
				_addIssue(this, "type", dataset, config$1, {
					input: input[invalidDiscriminatorKey],
					expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
					path: [{
						type: "object",
						origin: "value",
						input,
						key: invalidDiscriminatorKey,
						value: input[invalidDiscriminatorKey]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/void/void.ts
/* @__NO_SIDE_EFFECTS__ */
function void_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "void",
		reference: void_,
		expects: "void",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/keyof/keyof.ts
/* @__NO_SIDE_EFFECTS__ */
function keyof(schema, message$1) {
	return /* @__PURE__ */ picklist(Object.keys(schema.entries), message$1);
}

//#endregion
//#region src/methods/message/message.ts
/**
* Changes the local message configuration of a schema.
*
* @param schema The schema to configure.
* @param message_ The error message.
*
* @returns The configured schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function message(schema, message_) {
	return _standardSchema({
		...schema,
		"~run"(dataset, config$1) {
			return schema["~run"](dataset, {
				...config$1,
				message: message_
			});
		}
	});
}

//#endregion
//#region src/methods/omit/omit.ts
/**
* Creates a modified copy of an object schema that does not contain the
* selected entries.
*
* @param schema The schema to omit from.
* @param keys The selected entries.
*
* @returns An object schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function omit(schema, keys) {
	const entries$1 = { ...schema.entries };
	for (const key of keys) delete entries$1[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/parse/parse.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parsed input.
*/
function parse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	if (dataset.issues) throw new ValiError(dataset.issues);
	return dataset.value;
}

//#endregion
//#region src/methods/parse/parseAsync.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parsed input.
*/
async function parseAsync(schema, input, config$1) {
	const dataset = await schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	if (dataset.issues) throw new ValiError(dataset.issues);
	return dataset.value;
}

//#endregion
//#region src/methods/parser/parser.ts
/* @__NO_SIDE_EFFECTS__ */
function parser(schema, config$1) {
	const func = (input) => parse(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/parser/parserAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function parserAsync(schema, config$1) {
	const func = (input) => parseAsync(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/partial/partial.ts
/* @__NO_SIDE_EFFECTS__ */
function partial(schema, keys) {
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ optional(schema.entries[key]) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/partial/partialAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function partialAsync(schema, keys) {
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ optionalAsync(schema.entries[key]) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/pick/pick.ts
/**
* Creates a modified copy of an object schema that contains only the selected
* entries.
*
* @param schema The schema to pick from.
* @param keys The selected entries.
*
* @returns An object schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function pick(schema, keys) {
	const entries$1 = {};
	for (const key of keys) entries$1[key] = schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/pipe/pipe.ts
/* @__NO_SIDE_EFFECTS__ */
function pipe(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		"~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/pipe/pipeAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function pipeAsync(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		async: true,
		async "~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = await item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/required/required.ts
/* @__NO_SIDE_EFFECTS__ */
function required(schema, arg2, arg3) {
	const keys = Array.isArray(arg2) ? arg2 : void 0;
	const message$1 = Array.isArray(arg2) ? arg3 : arg2;
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ nonOptional(schema.entries[key], message$1) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/required/requiredAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function requiredAsync(schema, arg2, arg3) {
	const keys = Array.isArray(arg2) ? arg2 : void 0;
	const message$1 = Array.isArray(arg2) ? arg3 : arg2;
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ nonOptionalAsync(schema.entries[key], message$1) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/safeParse/safeParse.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
function safeParse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}

//#endregion
//#region src/methods/safeParse/safeParseAsync.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
async function safeParseAsync(schema, input, config$1) {
	const dataset = await schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}

//#endregion
//#region src/methods/safeParser/safeParser.ts
/* @__NO_SIDE_EFFECTS__ */
function safeParser(schema, config$1) {
	const func = (input) => /* @__PURE__ */ safeParse(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/safeParser/safeParserAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function safeParserAsync(schema, config$1) {
	const func = (input) => /* @__PURE__ */ safeParseAsync(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/summarize/summarize.ts
/**
* Summarize the error messages of issues in a pretty-printable multi-line string.
*
* @param issues The list of issues.
*
* @returns A summary of the issues.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function summarize(issues) {
	let summary = "";
	for (const issue of issues) {
		if (summary) summary += "\n";
		summary += `× ${issue.message}`;
		const dotPath = /* @__PURE__ */ getDotPath(issue);
		if (dotPath) summary += `\n  → at ${dotPath}`;
	}
	return summary;
}

//#endregion
//#region src/methods/unwrap/unwrap.ts
/**
* Unwraps the wrapped schema.
*
* @param schema The schema to be unwrapped.
*
* @returns The unwrapped schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function unwrap(schema) {
	return schema.wrapped;
}

//#endregion


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(1730);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
