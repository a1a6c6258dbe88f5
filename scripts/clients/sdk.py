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


def federated_credentials(order):
    federated = order["federated"]
    return (
        BasicCredentials()
        .with_project_id(order["project"])
        .with_iam_endpoint(order["endpoint"])
        .with_idp_id(federated["provider"])
        .with_id_token_file(federated["idTokenFile"])
    )


def make_credentials(order):
    if "federated" in order:
        return federated_credentials(order)
    endpoint = order["endpoint"]
    sts = order.get("sts")
    key, secret, security_token = assume_agency(endpoint, sts) if sts else (*order["accessKey"], None)
    credentials = BasicCredentials(key, secret, order["project"])
    return credentials.with_security_token(security_token) if security_token else credentials


def make_client(order):
    credentials, endpoint = make_credentials(order), order["endpoint"]
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
