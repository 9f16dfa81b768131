namespace Qijiang.Backend.Tests.Calendar;

/// <summary>Notices that nobody has issued, for tests alone.</summary>
internal static class InventedNotices
{
    /// <summary>A whole invented year 2027, off from 5 to 11 February.</summary>
    public const string Year2027 = """
        { "id": "2027", "year": 2027, "title": "虚构的2027年放假通知", "number": "虚构〔2026〕1号", "issuedOn": "2026-11-20", "knownFrom": "2026-11-20", "status": "Read",
          "items": [
            { "holiday": { "zh": "元旦", "en": "New Year" }, "off": { "from": "2027-01-01", "to": "2027-01-03", "days": 3 }, "words": "放假3天" },
            { "holiday": { "zh": "春节", "en": "Spring Festival" }, "off": { "from": "2027-02-05", "to": "2027-02-11", "days": 7 }, "makeUp": ["2027-01-31", "2027-02-20"], "words": "2月5日至11日放假" },
            { "holiday": { "zh": "清明节", "en": "Qingming" }, "off": { "from": "2027-04-03", "to": "2027-04-05", "days": 3 }, "words": "放假3天" },
            { "holiday": { "zh": "劳动节", "en": "Labour Day" }, "off": { "from": "2027-05-01", "to": "2027-05-05", "days": 5 }, "makeUp": ["2027-05-08"], "words": "放假5天" },
            { "holiday": { "zh": "端午节", "en": "Dragon Boat Festival" }, "off": { "from": "2027-06-09", "to": "2027-06-09", "days": 1 }, "words": "放假1天" },
            { "holiday": { "zh": "中秋节", "en": "Mid-Autumn Festival" }, "off": { "from": "2027-09-15", "to": "2027-09-15", "days": 1 }, "words": "放假1天" },
            { "holiday": { "zh": "国庆节", "en": "National Day" }, "off": { "from": "2027-10-01", "to": "2027-10-07", "days": 7 }, "makeUp": ["2027-09-26"], "words": "放假7天" } ] }
        """;
}
