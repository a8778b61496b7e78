"""LibreOffice through its API: opens Word files, accepts or rejects all tracked changes, and tells every paragraph with its number.

Reads requests from standard input, one JSON object a line: {"file": path, "way": "read" | "accept" | "reject"}; answers each with a line
{"lines": [...]} or {"fault": "..."}. One office serves them all; one that fell over is started again. Arguments: path of soffice, a
folder of its own.
"""
import json, os, re, shutil, subprocess, sys, time

import uno
from com.sun.star.beans import PropertyValue

SOFFICE, FOLDER = sys.argv[1], sys.argv[2]


class Office:
    count = 0

    def __init__(self):
        Office.count += 1
        pipe = f"engross{os.getpid()}x{Office.count}"
        profile = f"-env:UserInstallation=file://{FOLDER}/profile{Office.count}"
        self.process = subprocess.Popen(
            [SOFFICE, profile, "--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        self.context = self.connect(resolver, f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        create = self.context.ServiceManager.createInstanceWithContext
        self.desktop = create("com.sun.star.frame.Desktop", self.context)
        self.dispatcher = create("com.sun.star.frame.DispatchHelper", self.context)

    def connect(self, resolver, url):
        for _ in range(600):
            try:
                return resolver.resolve(url)
            except Exception:
                time.sleep(0.1)
        raise RuntimeError("LibreOffice does not answer")

    def lines(self, path, way):
        hidden = PropertyValue(Name="Hidden", Value=True)
        document = self.desktop.loadComponentFromURL(f"file://{path}", "_blank", 0, (hidden,))
        if document is None:
            raise RuntimeError("LibreOffice does not open the file")
        try:
            document.RecordChanges = False
            command = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}.get(way)
            if command:
                self.dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
            document.getTextFields().refresh()
            return list(story(document.Text)) + list(furniture(document))
        finally:
            document.close(True)

    def stop(self):
        self.process.kill()
        self.process.wait()


def story(text, before=""):
    portions = text.createEnumeration()
    while portions.hasMoreElements():
        portion = portions.nextElement()
        if portion.supportsService("com.sun.star.text.TextTable"):
            for name in portion.getCellNames():
                yield from story(portion.getCellByName(name), f"{before}{name}\t")
        else:
            said = words(portion)
            if (said or portion.ListLabelString) and not portion.ParaStyleName.startswith("Contents "):
                yield f"{before}{portion.ListLabelString}\t{said}"


# Control characters stand where content controls do, which redlines have fewer of. Contents are made of the
# headings, which are told, and page numbers depend on where pages break. A paragraph
# without words and number is not told: LibreOffice leaves some behind that were inserted and deleted at once.
def words(paragraph):
    text = " ".join(paragraph.String.split())
    return re.sub(r"Page \d+ of \d+", "Page", text) if paragraph.ParaStyleName == "Footer" else text


def furniture(document):
    styles = document.StyleFamilies.getByName("PageStyles")
    for name in styles.ElementNames:
        style = styles.getByName(name)
        if not style.isInUse():
            continue
        for side in ("Header", "Footer"):
            if getattr(style, f"{side}IsOn"):
                shared = getattr(style, "FirstIsShared")
                yield from story(getattr(style, f"{side}Text"), f"{side}: ")
                if not shared:
                    yield from story(getattr(style, f"{side}TextFirst"), f"First {side}: ")


def answer(office, request):
    # A file that was open when an office fell leaves a lock beside it: each is opened under a name of its own.
    answer.count += 1
    path = f"{FOLDER}/file{answer.count}.docx"
    shutil.copy(request["file"], path)
    try:
        return {"lines": office.lines(path, request["way"])}
    finally:
        os.remove(path)


answer.count = 0


def main():
    office = None
    for line in sys.stdin:
        try:
            office = office or Office()
            told = answer(office, json.loads(line))
        except Exception as fault:
            told = {"fault": f"{type(fault).__name__}: {fault}"}
            if office:
                office.stop()
            office = None
        print(json.dumps(told), flush=True)
    if office:
        office.stop()


main()
