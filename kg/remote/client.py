"""Talk to a SPARQL server over HTTP: credentials, time limits, and errors in one line."""

import netrc
import re
from collections.abc import Generator, Mapping
from importlib.metadata import version
from pathlib import Path

import httpx

from kg.errors import QueryError, ServerError

USER, PASSWORD = "KG_STORE_USER", "KG_STORE_PASSWORD"
SECONDS = 300  # for an answer: as long as a hard query may take
_TO_CONNECT = 10
_MARKUP = re.compile(r"<title>.*?</title>|<[a-zA-Z/!][^>]*>", re.DOTALL)
_LONGEST_COMPLAINT = 200  # characters
_BAD_REQUEST, _UNAUTHORISED, _FORBIDDEN, _NOT_FOUND = 400, 401, 403, 404


class Client:
    """Requests to one server; close it. Raises `ServerError` for all that goes wrong there."""

    __slots__ = ("_http",)

    def __init__(self, url: str, environment: Mapping[str, str]) -> None:
        try:
            address = httpx.URL(url)
        except httpx.InvalidURL as error:
            raise ServerError(f"{url}: is no address: {error}") from error
        if address.userinfo:
            raise ServerError(
                f"{address.host}: an address is no place for a password: set {USER} and "
                f"{PASSWORD}, or add the host to ~/.netrc"
            )
        self._http = httpx.Client(
            auth=_credentials(address.host, environment),
            headers={"User-Agent": f"kg/{version('organised-crime-kg')}"},
            timeout=httpx.Timeout(SECONDS, connect=_TO_CONNECT),
        )

    def close(self) -> None:
        self._http.close()

    def send(
        self,
        method: str,
        url: str,
        *,
        parameters: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """The server's answer, whatever it says; raises `ServerError` where there is none."""
        try:
            return self._http.request(
                method, url, params=parameters, data=form, content=content, headers=headers
            )
        except httpx.TimeoutException as error:
            raise ServerError(f"{url}: no answer in {SECONDS} seconds") from error
        except httpx.HTTPError as error:
            raise ServerError(f"{url}: cannot be reached: {error}") from error


def refuse_failure(response: httpx.Response, *, query: bool = False) -> None:
    """Raise what the server says is wrong: a `QueryError` where that is the query."""
    if response.is_success:
        return
    url, code = response.request.url.copy_with(query=None), response.status_code
    said = _complaint(response)
    if query and code == _BAD_REQUEST:
        raise QueryError(f"the server does not take the query: {said}")
    if code in {_UNAUTHORISED, _FORBIDDEN}:
        raise ServerError(
            f"{url}: not allowed ({code}): set {USER} and {PASSWORD}, or add the host to ~/.netrc"
        )
    if response.is_redirect:
        raise ServerError(f"{url}: moved; use {response.headers.get('location')} instead")
    raise ServerError(f"{url}: the server says {code}: {said}")


def is_missing(response: httpx.Response) -> bool:
    return response.status_code == _NOT_FOUND


def _complaint(response: httpx.Response) -> str:
    """The first words of an answer, without the marks of a web page."""
    said = " ".join(_MARKUP.sub(" ", response.text).split())
    return said[:_LONGEST_COMPLAINT] or response.reason_phrase


def _credentials(host: str, environment: Mapping[str, str]) -> httpx.Auth | None:
    """From the environment, else from netrc."""
    if USER in environment:
        return _Challenged(environment[USER], environment.get(PASSWORD, ""))
    path = Path(environment.get("NETRC") or Path.home() / ".netrc")
    if not path.is_file():
        return None
    try:
        entry = netrc.netrc(path).authenticators(host)
    except (netrc.NetrcParseError, OSError) as error:
        raise ServerError(f"{path}: cannot be read: {error}") from error
    return None if entry is None else _Challenged(entry[0], entry[2] or "")


class _Challenged(httpx.Auth):
    """Give a name and a password to a server that asks for them, in the way that it asks for.

    A password is never sent before the server has asked; where the server knows digests, it never
    is at all.
    """

    def __init__(self, user: str, password: str) -> None:
        self._digest = httpx.DigestAuth(user, password)
        self._basic = httpx.BasicAuth(user, password)
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._chosen is None:
            response = yield request
            if response.status_code != _UNAUTHORISED:
                return
            asked = response.headers.get("www-authenticate", "").lower()
            self._chosen = self._digest if asked.startswith("digest") else self._basic
        yield from self._chosen.auth_flow(request)
