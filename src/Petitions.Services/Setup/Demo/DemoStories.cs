using Petitions.Domain.People;

namespace Petitions.Services.Setup;

/// <summary>Invented matters of the invented county Qingxi (journeys J1, J6 and everyday ones).</summary>
internal static class DemoStories
{
    /// <summary>Titles <see cref="DemoBoard"/> goes on with.</summary>
    public const string Drafted = "不服刑事判决中关于赔偿的认定";
    public const string Returned = "反映财产保全超过诉讼请求";
    public const string LowRated = "反映执行款长期没有发放";
    public const string NeverCalled = "反映法院分配执行款没有通知";
    public const string WellRated = "反映执行中多扣划存款";
    public const string Elsewhere = "反映小区物业收费不公示";
    public const string Promised = "请求督促补发抚恤金差额";
    public const string Threatened = "反映庭审中不准发言";
    public const string Again = "请求答复拆除门面房的补偿问题";
    public const string Uncalled = "被害人不服不起诉决定";

    /// <summary>Titles <see cref="DemoPost"/> goes on with.</summary>
    public const string Called = "反映法院退还诉讼费没有着落";
    public const string CameBack = "反映查封的房屋没有及时解封";
    public const string OnItsWay = "请求答复低保调整的问题";
    public const string Delivered = "反映执行和解后对方又不履行";

    public static readonly IReadOnlyList<DemoStory> All =
    [
        new(1, "刘芳", "Complaint", "B5", "请求监督公安机关对我弟弟被打伤一案作出是否立案的决定",
            "去年十月九日晚，我弟弟在夜市被人打伤，当晚报案并做了笔录。五个月过去，多次去问都说还在研究，没有收到立案或者不立案的通知书。医院诊断为左手骨折。",
            "请求监督公安机关作出是否立案的决定，并书面告知我们。", DemoStage.Registered)
        {
            Respondents = [new RespondentDetails { Kind = RespondentKind.Unit, Name = "清溪县公安局城东派出所" }],
        },
        new(2, "马德福", "Appeal", "A6", "不服二〇一九年相邻排水纠纷民事判决",
            "二〇一九年法院判决我拆除院墙下的排水沟，我认为认定事实有误，当时没有到现场勘验。再审申请已被驳回。",
            "请求对该民事判决进行监督。", DemoStage.Registered) { Channel = "WalkIn", NoticeWay = "Post" },
        new(3, "何建国", "RequestForDecision", "H2", Again,
            "门面房二〇一五年被拆除，补偿方案一直没有落实，先后向几个部门反映。", "请求协调有关部门给出书面答复。", DemoStage.Registered),
        new(4, "匿名", "Report", "C2", "反映河道堆放工业废渣",
            "清溪河下游栗坪乡段河滩上堆放大量灰黑色废渣，下雨后河水发黑，附近有取水口。", "请求查处并清理。", DemoStage.Registered)
        {
            IdentityMode = "Anonymous", Confidentiality = "ReportMaterial",
        },
        new(5, "周小兰", "Enquiry", "F1", "咨询申请司法救助需要哪些材料",
            "我丈夫交通事故去世，肇事方没有赔偿能力，想了解怎样申请司法救助。", "请告知需要准备的材料。", DemoStage.Screening),
        new(6, "吴大勇", "Complaint", "B1", "反映侦查阶段超期扣押货车",
            "我的货车被扣押已经四个月，案件早已和我无关，多次申请返还没有答复。", "请求监督返还货车。", DemoStage.Screening)
        {
            Respondents = [new RespondentDetails { Kind = RespondentKind.Unit, Name = "清溪县公安局刑侦大队" }],
        },
        // Seven days old: due today, or on the next working day, whatever day the demo is seeded.
        new(7, "邵建华", "Complaint", "B4", "反映服刑人员会见被无故取消",
            "我去监狱会见弟弟，两次到场都被告知取消，没有说明理由，也没有书面答复。", "请求监督并告知理由。", DemoStage.Screening),
        new(12, "孟春生", "Appeal", "A2", Uncalled,
            "对方酒后将我打成轻伤，检察机关作出不起诉决定，我认为量刑情节认定不当。", "请求复查不起诉决定。", DemoStage.AwaitingMaterials),
        new(20, "谢秋云", "Complaint", "B3", "反映法院执行款迟迟没有发放",
            "判决生效两年，被执行人的款项已到法院账户，至今没有发给我。", "请求监督执行活动。", DemoStage.Accepted),
        new(45, "郑海生", "Appeal", "A5", Drafted,
            "一审二审均未支持误工费，我提供了单位证明和工资流水。", "请求抗诉或者提出再审检察建议。", DemoStage.InHandling),
        new(89, "田玉梅", "RequestForDecision", "H2", Promised,
            "家属抚恤金按旧标准发放，几次申请调整没有结果。", "请求督促有关部门补发差额。", DemoStage.InHandling),
        new(110, "高文彬", "Complaint", "B2", Threatened,
            "庭审时我申请出示两份证据，审判人员没有记录也没有说明理由。", "请求对审判活动进行监督。", DemoStage.InHandling),
        new(20, "何建国", "RequestForDecision", "H2", Again,
            "门面房二〇一五年被拆除，补偿方案一直没有落实，来信再次反映。", "请求协调有关部门给出书面答复。", DemoStage.InHandling) { Channel = "Letter", NoticeWay = "Post" },
        new(40, "何建国", "RequestForDecision", "H2", Again,
            "门面房二〇一五年被拆除，补偿方案一直没有落实。", "请求协调有关部门给出书面答复。", DemoStage.InHandling) { Channel = "WalkIn", NoticeWay = "Post" },
        new(60, "宋桂香", "Complaint", "B3", Returned,
            "我起诉的货款是十八万元，对方申请保全了我二十六万元的存款和车辆，异议没有回音。", "请求监督纠正超标的保全。", DemoStage.InHandling) { Channel = "Letter", NoticeWay = "Post" },
        new(70, "韩立新", "Complaint", "B3", LowRated,
            "胜诉两年多，款项已经划到法院账户，一直没有发给我，打电话没有人接。", "请求监督发放执行款。", DemoStage.InHandling) { NoticeWay = "Post" },
        // Journey J9: whoever plays it begins with the call-back her rating opened.
        new(65, "张秀英", "Complaint", "B3", NeverCalled,
            "两家债权人一起申请执行，法院分配执行款时没有通知我到场，我去问才知道已经分完。", "请求监督并书面告知分配情况。", DemoStage.InHandling) { NoticeWay = "Post" },
        new(75, "袁秀芝", "Complaint", "B3", WellRated,
            "执行时多扣划了我三千元存款，申请退还半年没有结果。", "请求监督退还多扣划的存款。", DemoStage.InHandling) { Channel = "WalkIn", NoticeWay = "Post" },
        new(4, "龚振华", "RequestForDecision", "H2", Elsewhere,
            "小区物业今年涨价，没有公示收费标准，找物业和社区都没有说法。", "请求核查收费标准并公示。", DemoStage.Screening),
        new(1, "鲍志强", "Complaint", "B1", "反映家人被打后对方扬言再次上门",
            "昨晚邻居持械闯入家中打人，报警后对方扬言今晚再来，家里有老人和孩子。", "请求督促公安机关立即采取措施。", DemoStage.Registered) { Channel = "WalkIn", NoticeWay = "Post", Urgency = "Emergency" },
        new(33, "施大海", "Complaint", "B3", Called,
            "案件调解结案已经两个多月，应退的诉讼费一直没有退，打电话都说在走流程。", "请求督促退还诉讼费。", DemoStage.InHandling) { Channel = "Telephone", NoticeWay = "Telephone", Phone = "13800004401" },
        new(24, "卓小燕", "Complaint", "B3", CameBack,
            "债务已经还清，法院查封的房屋一个多月没有解封，影响孩子上学办手续。", "请求监督及时解除查封。", DemoStage.InHandling) { Channel = "Letter", NoticeWay = "Post", Address = "清溪县望江里社区6栋203室" },
        new(16, "莫桂花", "RequestForDecision", "H2", OnItsWay,
            "低保调整申请交了半年，乡里和县里互相推，没有书面答复。", "请求协调给出书面答复。", DemoStage.InHandling) { Channel = "Telephone", NoticeWay = "Post", Address = "清溪县栗坪乡杨梅冲村15号", Phone = "13800004402" },
        new(38, "蓝秋生", "Complaint", "B3", Delivered,
            "执行和解后对方只付了第一期，申请恢复执行没有回音。", "请求监督恢复执行。", DemoStage.InHandling) { Channel = "Letter", NoticeWay = "Post", Address = "清溪县泊云镇长安街27号" },
        new(30, "汪水根", "Suggestion", "E1", "建议在乡镇设立定期接访点",
            "栗坪乡到县城一趟要两个小时，老人来访不方便，建议每月在乡里接访一次。", "希望采纳并公布时间。", DemoStage.Withdrawn),
    ];
}
