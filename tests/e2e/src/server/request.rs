//! What a browser asks the server for.

use std::{
    io::{self, BufRead, BufReader, Read},
    net::TcpStream,
    time::Duration,
};

/// A request as far as it matters here.
pub(super) struct Request {
    /// Without the query.
    pub(super) path: String,
    /// Whether only the head of the answer is asked for.
    pub(super) is_head: bool,
    /// Whether a document is asked for, rather than the same bytes by a script or a service worker.
    pub(super) navigates: bool,
    /// What came with it.
    pub(super) body: Vec<u8>,
}

impl Request {
    pub(super) fn read(stream: &TcpStream) -> io::Result<Self> {
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        let mut reader = BufReader::new(stream);
        let mut line = String::new();
        reader.read_line(&mut line)?;
        // Browsers open connections early and may close them unused.
        let target = line.split(' ').nth(1).ok_or(io::ErrorKind::UnexpectedEof)?;
        let is_head = line.starts_with("HEAD ");
        let path = target.split('?').next().unwrap_or_default().to_owned();
        let (mut length, mut destination) = (0, None);
        loop {
            let mut header = String::new();
            if reader.read_line(&mut header)? == 0 || header == "\r\n" {
                break;
            }
            match header.split_once(':').map(|(name, value)| (name.to_ascii_lowercase(), value.trim())) {
                Some((name, value)) if name == "content-length" => length = value.parse().unwrap_or(0),
                Some((name, value)) if name == "sec-fetch-dest" => destination = Some(value.to_owned()),
                _ => {}
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body)?;
        let navigates = destination.is_none_or(|what| matches!(what.as_str(), "document" | "iframe"));
        Ok(Self { path, is_head, navigates, body })
    }
}
