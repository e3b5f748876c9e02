//! Takes the files of an archive one after the other, and limits the list of what waits for the person's choice.

use crate::model::Model;
use crate::msg::{Effect, Unpacked};
use crate::review::{Review, ReviewFinding};
use crate::unpacking::{MOST_HELD, MOST_REVIEWS};
use exchange::zip::{self, Content, ZipFault};

impl Model {
    pub(super) fn archive_read(&mut self, archive: &str, bytes: &[u8], out: &mut Vec<Effect>) {
        let files = match zip::files(bytes, exchange::MOST_BYTES) {
            Ok(files) => files,
            Err(fault) => {
                let finding = ReviewFinding::BadArchive(fault);
                return self.add_review(Review { file_name: archive.to_owned(), finding, memory: 0 });
            }
        };
        for file in files {
            let name = [archive, "/", &file.name].concat();
            let finding = match file.content {
                content @ (Content::Plain(_) | Content::Deflated(..)) => {
                    self.unpacking.waiting.push_back(Effect::Unpack { name, content });
                    continue;
                }
                Content::TooLarge(size) => ReviewFinding::too_large(size),
                Content::Closed => ReviewFinding::Closed,
            };
            self.add_review(Review { file_name: name, finding, memory: 0 });
        }
        self.unpack_next(out);
    }

    /// One at a time: together they would take the memory of all of them, and the page would stand still.
    fn unpack_next(&mut self, out: &mut Vec<Effect>) {
        if self.unpacking.is_busy {
            return;
        }
        if self.reviews.len() >= MOST_REVIEWS {
            self.left_out += std::mem::take(&mut self.unpacking.waiting).len();
        }
        if let Some(next) = self.unpacking.waiting.pop_front() {
            self.unpacking.is_busy = true;
            out.push(next);
        }
    }

    pub(super) fn unpacked(&mut self, file_name: String, unpacked: Unpacked, out: &mut Vec<Effect>) {
        match unpacked {
            // An archive in an archive is not JSON, and is told to be so.
            Unpacked::Bytes(bytes) => self.content_read(file_name, &bytes),
            Unpacked::Broken => {
                let finding = ReviewFinding::BadArchive(ZipFault::Broken);
                self.add_review(Review { file_name, finding, memory: 0 });
            }
            Unpacked::Unsupported => {
                // Once for an archive, however many files it has.
                let archive = file_name.split('/').next().unwrap_or_default().to_owned();
                let review = Review { file_name: archive, finding: ReviewFinding::CannotUnpack, memory: 0 };
                if !self.reviews.contains(&review) {
                    self.add_review(review);
                }
            }
        }
        self.unpacking.is_busy = false;
        self.unpack_next(out);
        self.show_reviews(out);
    }

    /// How many of the reviews are listed. While files still come out of an archive the list grows by doubling: drawn anew for each of
    /// them, hundreds of names would take a slow browser minutes.
    pub fn listed_reviews(&self) -> usize {
        let all = self.reviews.len();
        if !self.unpacking.is_busy {
            return all;
        }
        let doubled = all.checked_ilog2().map_or(0, |twos| 1 << twos);
        doubled.max(self.review + 1).min(all)
    }

    /// Adds to what waits for the person's choice, or counts it if there is no room.
    pub(super) fn add_review(&mut self, review: Review) {
        let held: usize = self.reviews.iter().map(|other| other.memory).sum();
        if self.reviews.len() < MOST_REVIEWS && held + review.memory <= MOST_HELD {
            self.reviews.push(review);
        } else {
            self.left_out += 1;
        }
    }
}
