"""Files that tell common static hosts which headers to send, and which page where there is none."""

import re

#: Sent with every answer beside the policy. Framing is left open: there is nothing to sign in to or to press.
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
#: The address of the root as the page for missing addresses knows it; others know it only relative to themselves.
BASE = re.compile(r"\"base\": \"(/[^\"]*)\"")


def host_files(policy: str, missing_page: str) -> dict[str, str]:
    """The files by name: for Netlify and Cloudflare Pages, for Apache, and a piece of configuration for nginx."""
    headers = {"Content-Security-Policy": policy, **HEADERS}
    base = BASE.search(missing_page)
    missing = f"{base[1].rstrip('/') if base else ''}/404.html"
    return {
        "_headers": _netlify(headers),
        ".htaccess": _apache(headers, missing),
        "nginx.conf": _nginx(headers, missing),
    }


def _netlify(headers: dict[str, str]) -> str:
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())


def _apache(headers: dict[str, str], missing: str) -> str:
    lines = "".join(f'  Header always set {name} "{value}"\n' for name, value in headers.items())
    return f"ErrorDocument 404 {missing}\n<IfModule mod_headers.c>\n{lines}</IfModule>\n"


def _nginx(headers: dict[str, str], missing: str) -> str:
    lines = "".join(f'add_header {name} "{value}" always;\n' for name, value in headers.items())
    return f"# For `include` within the `server` block.\nerror_page 404 {missing};\n{lines}"
