package cn.sunshine.notice;

/**
 * What everyone may read.
 *
 * @param title what is put to the public
 * @param maskedName whom it is about
 * @param summary what one needs to know to object; no identities, no causes of hardship
 */
public record NoticeContent(String title, String maskedName, String summary) {}
