"""What Prometheus reads: how many requests of which kind, how long they took, and nothing about anybody."""

from __future__ import annotations

from pathlib import Path

import httpx
from small_school import Clock, School, opened

from central.database import sqlite_url
from central.measures import Measures
from central.serving import Serving


def test_requests_and_their_seconds_are_counted_by_route_and_nothing_personal_is_said(
    tmp_path: Path, clock: Clock
) -> None:
    with (
        opened(sqlite_url(tmp_path / "centre.db"), clock) as centre,
        Serving(centre) as serving,
        httpx.Client(base_url=serving.url, timeout=20) as client,
    ):
        school = School(centre, clock)
        for _ in range(3):
            assert client.get("/health").status_code == 200
        assert client.post("/v1/sync", content=b"{}").status_code == 401
        secret = f"/v1/attempts/{school.ada}/performance?account={school.teacher}"
        assert client.get(secret).status_code == 401
        assert client.get(f"/{school.ada}").status_code == 404
        text = client.get("/metrics").text
    assert 'mlc_requests_total{route="/health",status="200"} 3' in text
    assert 'mlc_requests_total{route="/v1/sync",status="401"} 1' in text
    assert 'mlc_requests_total{route="none",status="404"} 1' in text
    assert 'route="/v1/attempts/{attempt_id}/performance",status="401"' in text
    seconds = [line for line in text.splitlines() if line.startswith('mlc_request_seconds_total{route="/health"}')]
    assert float(seconds[0].split()[-1]) > 0
    for personal in (school.ada, school.teacher, school.org_id, "127.0.0.1", "account="):
        assert personal not in text


def test_seconds_are_summed_in_microseconds() -> None:
    measures = Measures()
    measures.request("/a", 200, 1_500_000)
    measures.request("/a", 503, 250_000)
    assert 'mlc_request_seconds_total{route="/a"} 1.750000' in measures.text()
    assert 'mlc_requests_total{route="/a",status="503"} 1' in measures.text()
