"""Starts and polls one task of the simulator through Huawei Cloud's official SDK, and prints the result as JSON."""

import json
import sys
import time

from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.exceptions.exceptions import ServiceResponseException
from huaweicloudsdkdgc.v1 import (
    DgcClient,
    ImportFileReq,
    ImportJobRequest,
    ListSystemTasksRequest,
)
from huaweicloudsdksts.v1 import (
    AssumeAgencyWithOIDCReqBody,
    AssumeAgencyWithOIDCRequest,
    StsClient,
)

LONGEST_WAIT_SECONDS = 30
PAUSE_SECONDS = 0.3


def assume_agency(endpoint, body):
    # The call needs no credential, but the SDK builds no client without one.
    anonymous = BasicCredentials("any", "any", "any")
    client = StsClient.new_builder().with_credentials(anonymous).with_endpoint(endpoint).build()
    request = AssumeAgencyWithOIDCRequest(body=AssumeAgencyWithOIDCReqBody(**body))
    keys = client.assume_agency_with_oidc(request).credentials
    return keys.access_key_id, keys.secret_access_key, keys.security_token


def make_client(order):
    endpoint = order["endpoint"]
    sts = order.get("sts")
    key, secret, security_token = assume_agency(endpoint, sts) if sts else (*order["accessKey"], None)
    credentials = BasicCredentials(key, secret, order["project"])
    if security_token:
        credentials = credentials.with_security_token(security_token)
    return DgcClient.new_builder().with_credentials(credentials).with_endpoint(endpoint).build()


def start(client, order):
    body = ImportFileReq(path=order["path"], same_name_policy="OVERWRITE")
    return client.import_job(ImportJobRequest(workspace=order["workspace"], body=body)).to_dict()["task_id"]


def wait(client, task_id, workspace):
    end = time.monotonic() + LONGEST_WAIT_SECONDS
    while time.monotonic() < end:
        task = client.list_system_tasks(ListSystemTasksRequest(workspace=workspace, task_id=task_id))
        if task.status != "RUNNING":
            return json.loads(str(task))
        time.sleep(PAUSE_SECONDS)
    raise TimeoutError(task_id)


def run(order):
    try:
        client = make_client(order)
        task_id = order.get("taskId") or start(client, order)
        return {"task": wait(client, task_id, order["workspace"])}
    except ServiceResponseException as error:
        return {
            "error": {
                "status": error.status_code,
                "code": error.error_code,
                "message": error.error_msg,
                "requestId": error.request_id,
            }
        }


print(json.dumps(run(json.load(sys.stdin))))
