using System.Globalization;
using Petitions.Services.Petitions;
using Petitions.Services.Setup.Load;

namespace Petitions.Services.Setup;

/// <summary>Invented visitors of the past weeks and what they came for. Identity numbers are of region 990101, which does not exist.</summary>
internal static class DemoPastPeople
{
    private const int FirstNumber = 7_000_000;

    private static readonly (string Name, string Topic)[] All =
    [
        ("凌秀兰", "询问执行监督申请的办理进度"), ("邱志明", "不服民事判决，想申请监督"), ("戴春花", "咨询司法救助的条件"), ("廖国强", "反映村里土地补偿没有到位"),
        ("钟丽华", "补交医院诊断证明"), ("尹长生", "询问刑事申诉需要哪些材料"), ("黎小梅", "反映派出所没有给回执"), ("易建平", "请求说明不支持监督的理由"),
        ("常玉珍", "询问案件是否已经移送"), ("武大伟", "反映拖欠工程款的案件久拖不执行"), ("乔月英", "咨询未成年人保护"), ("贺春林", "反映环境污染没有处理"),
        ("赖美玲", "想查阅已经办结的答复"), ("文德厚", "不服行政判决"), ("庞桂芳", "询问听证会的时间"), ("樊志军", "反映服刑人员家属会见问题"),
        ("兰小红", "咨询法律援助"), ("殷福来", "反映拆迁补偿协议"), ("施玉兰", "请求帮助联系承办人"), ("洪建设", "补充证人名单"),
    ];

    private static readonly string[] Companions = ["凌大江", "邱小勇", "戴有田", "廖小玉"];

    public static FiledPerson Of(int person) => new()
    {
        Name = At(person).Name,
        IdKind = "ResidentId",
        IdNumber = LoadPeople.IdNumber(FirstNumber + (person % All.Length)),
        Phone = string.Create(CultureInfo.InvariantCulture, $"138000030{person % All.Length:D2}"),
        Address = "清溪县泊云镇长安街",
    };

    public static string TopicOf(int person) => At(person).Topic;

    /// <summary>Who speaks beside the first of a party.</summary>
    public static IEnumerable<string> Beside(int people) => Companions.Take(Math.Min(people - 1, 2));

    private static (string Name, string Topic) At(int person) => All[person % All.Length];
}
