//! The sections of streets and places: what is found by words.

use std::io::{Seek, Write};

use super::{
    super::{
        bigrams,
        layout::{Role, STREET_ROW, Section, pack, street},
        postings, strings,
        vocabulary::{StreetWords, Vocabulary, place_words, street_words},
        write::SegmentWriter,
    },
    Builder, PLACE_AS_STREET, SEPARATOR,
};
use crate::{error::ImportError, text::kinds::StreetKinds};

impl Builder {
    /// Writes the chains of places, each with its sorted place words.
    pub(super) fn put_chains<W: Write + Seek>(
        &self,
        sections: &mut SegmentWriter<W>,
        rank: &[u32],
        first_house: &[u32],
    ) -> Result<(), ImportError> {
        let words: Vec<Vec<(String, Role)>> =
            self.chains.texts().map(|chain| chain.split(SEPARATOR).filter(|p| !p.is_empty()).flat_map(place_words).collect()).collect();
        let mut vocabulary = Vocabulary::default();
        words.iter().flatten().for_each(|(key, _)| vocabulary.add(key));
        vocabulary.number();
        let mut houses_in_chain = vec![0u32; words.len()];
        for (street, rank) in self.streets.iter().zip(rank) {
            houses_in_chain[street.chain as usize] += first_house[*rank as usize + 1] - first_house[*rank as usize];
        }
        let mut counts = vec![0u32; vocabulary.len()];
        let mut chains_of = vec![Vec::new(); vocabulary.len()];
        let mut starts = vec![0u32];
        let mut flat: Vec<u32> = Vec::new();
        for (chain, keys) in words.iter().enumerate() {
            let mut ids: Vec<u32> = keys.iter().map(|(key, role)| pack(vocabulary.id(key), *role)).collect();
            ids.sort_unstable_by_key(|packed| packed & 0x00ff_ffff);
            ids.dedup_by_key(|packed| *packed & 0x00ff_ffff);
            for packed in &ids {
                counts[(packed & 0x00ff_ffff) as usize] += houses_in_chain[chain];
                chains_of[(packed & 0x00ff_ffff) as usize].push(chain as u32);
            }
            flat.extend(ids);
            starts.push(flat.len() as u32);
        }
        let [fst, back] = vocabulary.fsts().map_err(|_| ImportError::TooLarge("place words"))?;
        let put = || {
            sections.put(Section::PlaceFst, &fst)?;
            sections.put(Section::PlaceFstBack, &back)?;
            postings::put_lists(sections, Section::PlaceChainOffsets, Section::PlaceChains, &chains_of)?;
            sections.put_u32(Section::PlaceCounts, counts)?;
            sections.put_u32(Section::Chains, starts)?;
            sections.put_u32(Section::ChainWords, flat)
        };
        put().map_err(ImportError::writing)
    }

    pub(super) fn put_streets<W: Write + Seek>(
        &self,
        sections: &mut SegmentWriter<W>,
        by_rank: &[u32],
        rank: &[u32],
        first_house: &[u32],
    ) -> Result<(), ImportError> {
        let names: Vec<StreetWords> = self.names.texts().map(words_of).collect();
        let mut vocabulary = Vocabulary::default();
        names.iter().flat_map(|name| &name.words).for_each(|(key, _)| vocabulary.add(key));
        vocabulary.number();
        if vocabulary.len() >= 1 << 24 {
            return Err(ImportError::TooLarge("street words"));
        }
        let mut postings: Vec<Vec<u32>> = vec![Vec::new(); vocabulary.len()];
        let mut rows = Vec::with_capacity((by_rank.len() + self.former.len() + 1) * STREET_ROW);
        let mut words = Vec::new();
        let mut kinds = Vec::with_capacity(by_rank.len() + self.former.len());
        let all = first_house.last().copied().unwrap_or(0);
        let present = by_rank.iter().zip(first_house).map(|(street, first)| (self.streets[*street as usize], *first));
        for (at, (street, first)) in (0u32..).zip(present.chain(self.former.iter().map(|(former, _)| (*former, all)))) {
            rows.extend([street.places, street.own, street.after, street.chain, first, words.len() as u32]);
            let name = &names[street.name as usize];
            kinds.push(name.kinds.0);
            for (key, role) in &name.words {
                let id = vocabulary.id(key);
                words.push(pack(id, *role));
                let list = &mut postings[id as usize];
                if *role != Role::Kind && list.last() != Some(&at) {
                    list.push(at);
                }
            }
        }
        rows.extend([0, 0, 0, 0, all, words.len() as u32]);
        let [fst, back] = vocabulary.fsts().map_err(|_| ImportError::TooLarge("street words"))?;
        let former = self.former.iter().map(|(_, street)| rank[street.0 as usize]);
        let chain = |street: u32| rows[street as usize * STREET_ROW + street::CHAIN];
        let in_chain = postings::inverted(self.chains.len(), (0..kinds.len() as u32).map(chain));
        let put = || {
            postings::put(sections, vocabulary.keys(), &postings, chain)?;
            postings::put_lists(sections, Section::ChainStreetOffsets, Section::ChainStreets, &in_chain)?;
            sections.put_u32(Section::Streets, rows.iter().copied())?;
            sections.put_u32(Section::StreetWords, words)?;
            sections.put_u32(Section::StreetKinds, kinds)?;
            sections.put_u32(Section::FormerStreets, former)?;
            bigrams::put(sections, vocabulary.keys())?;
            sections.put(Section::WordFst, &fst)?;
            sections.put(Section::WordFstBack, &back)
        };
        put().map_err(ImportError::writing)?;
        strings::put(sections, Section::WordTextOffsets, Section::WordTextBytes, vocabulary.keys())?;
        strings::put(sections, Section::StreetTextOffsets, Section::StreetTextBytes, self.texts.texts())
    }
}

fn words_of(name: &str) -> StreetWords {
    match name.strip_prefix(PLACE_AS_STREET) {
        Some(place) => StreetWords { words: place_words(place), kinds: StreetKinds::default() },
        None => street_words(name),
    }
}
