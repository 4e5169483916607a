package cn.sunshine.rules;

import java.util.Optional;

/**
 * What a doubt is about (NT-9). A record and its number together name the doubt, so that raising it
 * again is noticed.
 *
 * @param recordId the comparison record's id as given in the facts
 * @param number which of the things in that record, from 1; a record of two vehicles gives the
 *     doubts 1 and 2
 * @param region where the asset is, as given in the facts
 */
public record DoubtSubject(
    AssetItem item, Optional<String> recordId, int number, Optional<String> region) {}
