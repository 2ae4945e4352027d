using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Petitions.Data.Keys;

namespace Petitions.Web.Access;

/// <summary>
/// Data-protection keys lie in the database, where all nodes read them, under the installation's column key, which does
/// not: a dump of the database opens no session (security.md A11).
/// </summary>
internal sealed class SealedKeyXml(ColumnProtector protector) : IXmlEncryptor
{
    internal const string Element = "sealedKey";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement(Element, protector.Protect(plaintextElement.ToString(SaveOptions.DisableFormatting))), typeof(SealedKeyXmlOpener));
}
