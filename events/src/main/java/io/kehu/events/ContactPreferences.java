package io.kehu.events;

/**
 * How a contact 联系人 wants to be spoken to, as published.
 *
 * @param channel   PHONE, EMAIL, WECHAT or MEETING, or null
 * @param bestHours when, in the contact's time zone, for instance 09:00-11:30
 * @param timeZone  IANA name
 * @param language  BCP 47 tag
 */
public record ContactPreferences(
        String channel, String bestHours, String timeZone, String language, boolean doNotCall, boolean doNotEmail) {}
