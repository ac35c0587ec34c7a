"""Asks servers a list of requests: hosting.py LIST NAME=PORT…"""

import http.client
import sys
import time


def read(path):
    """Reads the list: of each request its method, path, headers, and the answers by server."""
    requests = []
    for line in open(path, encoding="utf-8").read().splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("  "):
            name, value = line.strip().split(": ", 1)
            request = requests[-1]
            (request["answers"][-1][2] if request["answers"] else request["headers"]).append((name, value))
        elif ": " in line and "/" not in line.split(": ")[0]:
            servers, status = line.split(": ")
            requests[-1]["answers"].append((servers.split(), int(status), []))
        else:
            method, target = line.split(" ", 1)
            requests.append({"method": method, "path": target, "headers": [], "answers": []})
    return requests


def ask(port, request):
    """Returns the status and the headers; several of one name are joined."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest(request["method"], request["path"], skip_accept_encoding=True)
    for name, value in request["headers"]:
        connection.putheader(name, value)
    if request["method"] == "POST":
        connection.putheader("Content-Length", "0")
    connection.endheaders()
    response = connection.getresponse()
    headers = {}
    for name, value in response.getheaders():
        headers[name.lower()] = ", ".join(filter(None, [headers.get(name.lower()), value]))
    response.read()
    connection.close()
    return response.status, headers


def is_right(expected, found):
    if expected == "!":
        return found is None
    if expected.startswith("~"):
        return expected[1:] in (found or "")
    return found == expected


def main():
    ports = {name: int(port) for name, port in (pair.split("=") for pair in sys.argv[2:])}
    for port in ports.values():
        for _ in range(100):
            try:
                http.client.HTTPConnection("127.0.0.1", port, timeout=1).connect()
                break
            except OSError:
                time.sleep(0.05)
    counts, failed = dict.fromkeys(ports, 0), 0
    for request in read(sys.argv[1]):
        for server, port in ports.items():
            answers = [answer for answer in request["answers"] if server in answer[0]]
            if not answers:
                continue
            counts[server] += 1
            status, headers = ask(port, request)
            faults = [f"{status} instead of {wanted}" for _, wanted, _ in answers if status != wanted]
            for _, _, fields in answers:
                for name, value in fields:
                    if not is_right(value, headers.get(name.lower())):
                        faults.append(f"{name}: {headers.get(name.lower())!r} instead of {value!r}")
            if faults:
                failed += 1
                print(f"{server}: {request['method']} {request['path']} {request['headers']}: {'; '.join(faults)}", file=sys.stderr)
    print(", ".join(f"{server} answers {count} requests" for server, count in counts.items()))
    if failed:
        sys.exit(f"{failed} answers are wrong")


main()
