//! A small HTTP client for the drivers: one connection a command, as WebKitWebDriver wants it.

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response};
use std::{io, sync::Arc, time::Duration};
use thirtyfour::{
    error::{WebDriverError, WebDriverResult},
    session::http::{Body, HttpClient},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

const TIMEOUT: Duration = Duration::from_secs(60);
const END_OF_HEAD: &[u8] = b"\r\n\r\n";

/// The client that a session is built with.
#[derive(Debug)]
pub(crate) struct Client;

#[async_trait]
impl HttpClient for Client {
    async fn send(&self, request: Request<Body<'_>>) -> WebDriverResult<Response<Bytes>> {
        let (head, body) = request.into_parts();
        let body = match body {
            Body::Empty => Vec::new(),
            Body::Json(value) => value.to_string().into_bytes(),
        };
        let host = head.uri.authority().ok_or_else(|| failed("the address has no host"))?.as_str();
        let path = head.uri.path_and_query().map_or("/", |path| path.as_str());
        let message = format!(
            "{} {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json; charset=utf-8\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n",
            head.method,
            body.len()
        );
        let answer = tokio::time::timeout(TIMEOUT, exchange(host, message.as_bytes(), &body))
            .await
            .map_err(|_| failed(format!("no answer to {} {path} within {} s", head.method, TIMEOUT.as_secs())))?;
        let (status, body) = answer.map_err(failed)?;
        Response::builder().status(status).body(body).map_err(failed)
    }

    async fn new(&self) -> Arc<dyn HttpClient> {
        Arc::new(Self)
    }
}

/// Puts nothing to an address, such as `127.0.0.1:9222`, and returns what comes back.
pub(crate) async fn put(host: &str, path: &str) -> io::Result<Bytes> {
    let head = format!("PUT {path} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    Ok(exchange(host, head.as_bytes(), b"").await?.1)
}

fn failed(cause: impl std::fmt::Display) -> WebDriverError {
    WebDriverError::HttpError(cause.to_string())
}

async fn exchange(host: &str, head: &[u8], body: &[u8]) -> io::Result<(u16, Bytes)> {
    let mut stream = TcpStream::connect(host).await?;
    stream.write_all(head).await?;
    stream.write_all(body).await?;
    let mut received = Vec::new();
    loop {
        if let Some(answer) = complete(&received) {
            return Ok(answer);
        }
        if stream.read_buf(&mut received).await? == 0 {
            return Err(io::Error::other("the driver closed the connection"));
        }
    }
}

/// The status and body, once all is there. The length decides, for WebKitWebDriver may leave the connection open.
fn complete(received: &[u8]) -> Option<(u16, Bytes)> {
    let end = received.windows(END_OF_HEAD.len()).position(|bytes| bytes == END_OF_HEAD)?;
    let head = String::from_utf8_lossy(received.get(..end)?);
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let length: usize = head.lines().filter_map(|line| line.split_once(':')).find_map(|(name, value)| {
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().unwrap_or(0))
    })?;
    let start = end + END_OF_HEAD.len();
    Some((status, Bytes::copy_from_slice(received.get(start..start + length)?)))
}
