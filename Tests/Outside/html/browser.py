"""Headless Chromium over the DevTools protocol: one page, asked and driven."""

import base64
import json
import pathlib
import re
import subprocess
import tempfile
import time

import websocket


class Browser:
    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="page-check-"))
        self.process = subprocess.Popen(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--remote-debugging-port=0", "--remote-allow-origins=*",
             f"--user-data-dir={self.folder}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        port = self.folder / "DevToolsActivePort"
        for _ in range(300):
            if port.exists() and len(port.read_text().split()) == 2:
                break
            time.sleep(0.1)
        number, path = port.read_text().split()
        self.count = 0
        self.events = []
        self.session = None
        self.socket = websocket.create_connection(f"ws://127.0.0.1:{number}{path}", timeout=60)
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self.session = attached["sessionId"]
        for domain in ["Page", "Network", "Runtime", "Log"]:
            self.call(f"{domain}.enable")
        self.downloads = self.folder / "downloads"
        self.downloads.mkdir()

    def close(self):
        self.process.terminate()
        self.process.wait(20)

    def call(self, method, **parameters):
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.socket.send(json.dumps(message))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.count:
                assert "error" not in answer, (method, answer["error"])
                return answer["result"]
            self.events.append(answer)

    def open(self, path):
        self.events = []
        self.call("Page.navigate", url=pathlib.Path(path).resolve().as_uri())
        for _ in range(200):
            if self.ask("document.readyState") == "complete":
                return
            time.sleep(0.05)

    def ask(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def press(self, key):
        code = {"Enter": 13, "ArrowRight": 39, "ArrowLeft": 37, "ArrowDown": 40, "ArrowUp": 38,
                "Home": 36, "End": 35, "Tab": 9}[key]
        text = {"text": "\r"} if key == "Enter" else {}
        for kind in ["keyDown", "keyUp"]:
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key,
                      windowsVirtualKeyCode=code, **(text if kind == "keyDown" else {}))

    def size(self, width, height=900):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=False)

    def picture(self, path):
        shot = self.call("Page.captureScreenshot", captureBeyondViewport=True)
        pathlib.Path(path).write_bytes(base64.b64decode(shot["data"]))

    def paper(self, path, width, height):
        pdf = self.call("Page.printToPDF", paperWidth=width, paperHeight=height,
                        preferCSSPageSize=False, printBackground=True)
        pathlib.Path(path).write_bytes(base64.b64decode(pdf["data"]))

    def requested(self):
        """What was asked for beside the page itself and what it made."""
        addresses = [event["params"]["request"]["url"] for event in self.events
                     if event.get("method") == "Network.requestWillBeSent"]
        return [address for address in addresses if not re.match("(file|blob):", address)]

    def complaints(self):
        return [event["params"] for event in self.events
                if event.get("method") in ["Log.entryAdded", "Runtime.exceptionThrown"]]
