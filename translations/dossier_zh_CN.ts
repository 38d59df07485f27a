<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>core::AuditChain</name>
    <message>
        <source>Its author is not a user of this office.</source>
        <translation>其作者不是本档案库的人员。</translation>
    </message>
    <message>
        <source>Its text was changed after it was signed.</source>
        <translation>其内容在签名之后被改动。</translation>
    </message>
    <message>
        <source>Its detail was changed after it was signed.</source>
        <translation>其详情在签名之后被改动。</translation>
    </message>
    <message>
        <source>Its signature is not its author&apos;s.</source>
        <translation>其签名不是作者本人的。</translation>
    </message>
    <message>
        <source>The history it stands for was changed afterwards.</source>
        <translation>它所代表的历史在事后被改动。</translation>
    </message>
    <message>
        <source>It speaks of looks of somebody else than who signed it.</source>
        <translation>它记载的查看不属于签名人。</translation>
    </message>
    <message>
        <source>An entry before it is missing.</source>
        <translation>它前面缺少一条日志。</translation>
    </message>
    <message>
        <source>It does not follow the entry before it.</source>
        <translation>它与前一条日志衔接不上。</translation>
    </message>
    <message>
        <source>It is not the entry that this computer has verified before.</source>
        <translation>它不是这台电脑先前验证过的那一条。</translation>
    </message>
</context>
<context>
    <name>core::ChangeService</name>
    <message>
        <source>There is no client with this id.</source>
        <translation>没有这个编号的客户。</translation>
    </message>
    <message>
        <source>«%1» cannot be changed here.</source>
        <translation>“%1”不能在这里修改。</translation>
    </message>
    <message>
        <source>The new owner is not an active user of this office. Choose one who is.</source>
        <translation>新的负责人不是本档案库的有效用户，请另选一位。</translation>
    </message>
    <message>
        <source>A client needs a name.</source>
        <translation>客户必须有名称。</translation>
    </message>
    <message>
        <source>Some values break a rule of the office. Correct them, then save again.</source>
        <translation>有些值不符合规则，请改正后再保存。</translation>
    </message>
    <message>
        <source>A value typed for the merged record breaks a rule of the office. Correct it, then merge again.</source>
        <translation>合并结果中输入的值不符合规则，请改正后再合并。</translation>
    </message>
    <message>
        <source>Only the person who asked can ask for it again.</source>
        <translation>只有申请人本人可以再次提交。</translation>
    </message>
    <message>
        <source>Only a change that was not approved can be asked for again.</source>
        <translation>只有没有批准的修改可以再次申请。</translation>
    </message>
    <message>
        <source>This request still waits, and the record has not changed in what it asks for.</source>
        <translation>这个申请还在等待，所申请的内容在客户记录里没有变化。</translation>
    </message>
    <message>
        <source>This client is in the trash. Restore it first, then change it.</source>
        <translation>该客户在回收站中。请先恢复，再修改。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Somebody else changed the same field first: %1. Nothing was stored. Decide which value is right, then save again.</source>
        <translation>别人已先修改了同一字段：%1。没有存入任何内容。请确定以哪个值为准，然后再次保存。</translation>
    </message>
    <message>
        <source>This record was merged into another one meanwhile. Look at that one, then repeat your change.</source>
        <translation>这条记录在此期间已合并到另一条记录。请查看那条记录，再重新修改。</translation>
    </message>
</context>
<context>
    <name>core::CipherFile</name>
    <message>
        <source>This program was installed without its encrypted database. Install it again.</source>
        <translation>程序安装不完整，缺少加密数据库，请重新安装。</translation>
    </message>
    <message>
        <source>The key of this file has a wrong length.</source>
        <translation>此文件的密钥长度不对。</translation>
    </message>
</context>
<context>
    <name>core::CipherSqlDriver</name>
    <message>
        <source>Unable to bind parameters</source>
        <translation>无法绑定参数</translation>
    </message>
    <message>
        <source>Parameter count mismatch</source>
        <translation>参数个数不符</translation>
    </message>
    <message>
        <source>A number is too large to be stored</source>
        <translation>数字太大，无法保存</translation>
    </message>
    <message>
        <source>A value has a type that cannot be stored</source>
        <translation>值的类型无法保存</translation>
    </message>
    <message>
        <source>Unable to execute the batch</source>
        <translation>无法执行批处理</translation>
    </message>
    <message>
        <source>The columns of the batch differ in length</source>
        <translation>批处理各列长度不同</translation>
    </message>
    <message>
        <source>The batch is empty</source>
        <translation>批处理为空</translation>
    </message>
    <message>
        <source>Row %1 of the batch failed</source>
        <translation>批处理第 %1 行失败</translation>
    </message>
    <message>
        <source>The connection option %1 is unknown or has a wrong value</source>
        <translation>连接选项 %1 未知或值不正确</translation>
    </message>
    <message>
        <source>Unable to begin the transaction</source>
        <translation>无法开始事务</translation>
    </message>
    <message>
        <source>Unable to commit the transaction</source>
        <translation>无法提交事务</translation>
    </message>
    <message>
        <source>Unable to roll back the transaction</source>
        <translation>无法回滚事务</translation>
    </message>
    <message>
        <source>Unable to prepare the statement</source>
        <translation>无法准备语句</translation>
    </message>
    <message>
        <source>The connection is closed</source>
        <translation>连接已关闭</translation>
    </message>
    <message>
        <source>There is no statement</source>
        <translation>没有语句</translation>
    </message>
    <message>
        <source>Only one statement can be executed at a time</source>
        <translation>一次只能执行一条语句</translation>
    </message>
    <message>
        <source>Unable to execute the statement</source>
        <translation>无法执行语句</translation>
    </message>
    <message>
        <source>There is no prepared statement</source>
        <translation>没有已准备的语句</translation>
    </message>
    <message>
        <source>Unable to fetch a row</source>
        <translation>无法读取行</translation>
    </message>
</context>
<context>
    <name>core::ClientBatch</name>
    <message>
        <source>There is no such import, or it was taken back already.</source>
        <translation>没有这次导入，或已经撤销。</translation>
    </message>
    <message>
        <source>This import is not unfinished any more: somebody finished it or took it back.</source>
        <translation>这次导入已不再是未完成状态：有人已完成或撤销了它。</translation>
    </message>
    <message>
        <source>The unfinished import was made from another file, or this one was changed or is read in another way. Take the import back, and begin anew.</source>
        <translation>未完成的导入来自另一个文件，或者这个文件已被改动、读取方式不同。请撤销该导入，重新开始。</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>being taken back</source>
        <translation>正在撤销</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
</context>
<context>
    <name>core::ClientDraft</name>
    <message>
        <source>What is being typed cannot be kept on this computer.</source>
        <translation>正在填写的内容无法暂存到本机。</translation>
    </message>
</context>
<context>
    <name>core::ClientQueries</name>
    <message>
        <source>This is not where a page of this list ended.</source>
        <translation>这不是本列表某一页的结尾。</translation>
    </message>
    <message>
        <source>Sorting</source>
        <translation>正在排序</translation>
    </message>
</context>
<context>
    <name>core::ClientRules</name>
    <message>
        <source>Still missing; the record is kept as a draft until it is filled.</source>
        <translation>尚未填写；填写之前，记录作为草稿保存。</translation>
    </message>
    <message>
        <source>Choose one of the words of the list.</source>
        <translation>请从列表中选择。</translation>
    </message>
    <message>
        <source>Area code missing: write it as 0512-38183752.</source>
        <translation>缺少区号：请写成 0512-38183752。</translation>
    </message>
    <message>
        <source>Not a telephone number: a mainland mobile has 11 digits, a landline its area code, other countries +.</source>
        <translation>不是电话号码：大陆手机号为 11 位，座机要带区号，其他国家以 + 开头。</translation>
    </message>
    <message>
        <source>The country could not be told from this number: begin it with + and the country code.</source>
        <translation>无法判断这个号码属于哪个国家：请以 + 和国家代码开头。</translation>
    </message>
    <message>
        <source>Not an e-mail address: it is written name@example.com.</source>
        <translation>不是邮箱地址：应写成 name@example.com。</translation>
    </message>
    <message>
        <source>Not a web address: it is written www.example.com.</source>
        <translation>不是网址：应写成 www.example.com。</translation>
    </message>
    <message>
        <source>This is an ID number or a card number: it may not stand here, unsealed.</source>
        <translation>这是身份证号或卡号，未加密不能放在这里。</translation>
    </message>
    <message>
        <source>A spreadsheet has cut this number; take it from the original.</source>
        <translation>这个数字已被电子表格损坏，请从原件重新录入。</translation>
    </message>
    <message>
        <source>The check character does not fit: one of the 18 characters is wrong.</source>
        <translation>校验码不符：18 位中有一位不对。</translation>
    </message>
    <message>
        <source>The check digit does not fit: one of the 15 digits is wrong.</source>
        <translation>校验位不符：15 位数字中有一位不对。</translation>
    </message>
    <message>
        <source>A credit code has 18 characters, an old registration number 15 digits.</source>
        <translation>统一社会信用代码为 18 位，旧注册号为 15 位数字。</translation>
    </message>
    <message>
        <source>A person has no credit code; is this client a company?</source>
        <translation>个人没有信用代码；这位客户是公司吗？</translation>
    </message>
    <message>
        <source>This text holds an ID number or a card number: take it out.</source>
        <translation>这段文字含有身份证号或卡号，请删去。</translation>
    </message>
    <message>
        <source>Not a postcode of this country; in China it has six digits.</source>
        <translation>不是该国的邮政编码；中国的邮编为六位数字。</translation>
    </message>
    <message>
        <source>Not in the list of divisions; check how it is written.</source>
        <translation>不在行政区划表中，请检查写法。</translation>
    </message>
    <message>
        <source>Not in the list of industries; perhaps %1 %2?</source>
        <translation>不在行业表中；是否为 %1 %2？</translation>
    </message>
    <message>
        <source>Not in the list of industries.</source>
        <translation>不在行业表中。</translation>
    </message>
    <message>
        <source>Not a date: it is written 2026-03-02.</source>
        <translation>不是日期：应写成 2026-03-02。</translation>
    </message>
    <message>
        <source>The name looks like a company&apos;s.</source>
        <translation>这个名称像是公司名称。</translation>
    </message>
    <message>
        <source>This text is too long; put the rest into the notes.</source>
        <translation>文字太长，请把其余部分写入备注。</translation>
    </message>
    <message>
        <source>This postcode belongs to another province; check it or the address.</source>
        <translation>这个邮政编码属于别的省份，请检查邮编或地址。</translation>
    </message>
    <message>
        <source>A tag is a word or two; put a longer text into the notes.</source>
        <translation>标签只写一两个词，较长的文字请写入备注。</translation>
    </message>
    <message>
        <source>This day is still to come; when was the last contact?</source>
        <translation>这一天还没有到；最近一次联系是什么时候？</translation>
    </message>
    <message>
        <source>This text is too long; at most %1 characters fit.</source>
        <translation>文字过长，最多 %1 个字符。</translation>
    </message>
    <message>
        <source>Not a resident ID number: 18 characters with a region, a birthday and a check character.</source>
        <translation>不是居民身份证号：应为 18 位，含地区、出生日期和校验码。</translation>
    </message>
    <message>
        <source>Not an account number: 8 to 34 digits, or letters and digits.</source>
        <translation>不是账号：应为 8 至 34 位数字，或字母加数字。</translation>
    </message>
    <message>
        <source>The check digit of this card number does not fit: one of its digits is wrong.</source>
        <translation>卡号的校验位不符：其中有一位数字不对。</translation>
    </message>
    <message>
        <source>No such range of numbers is known in that country; check the number.</source>
        <translation>该国家或地区没有这个号段，请核对号码。</translation>
    </message>
    <message>
        <source>The birthday in this ID number is still to come: one of its digits is wrong.</source>
        <translation>证件号码中的出生日期晚于今天：有一位数字写错了。</translation>
    </message>
</context>
<context>
    <name>core::ClientService</name>
    <message>
        <source>There is no client with this id.</source>
        <translation>没有这个编号的客户。</translation>
    </message>
    <message>
        <source>Some values break a rule of the office. Correct them, then save again.</source>
        <translation>有些值不符合规则，请改正后再保存。</translation>
    </message>
    <message>
        <source>This client may be in the office already. Look at the candidates, or store it all the same.</source>
        <translation>这位客户可能已经存在。请查看候选记录，或仍然保存。</translation>
    </message>
    <message>
        <source>A client needs a name.</source>
        <translation>客户必须有名称。</translation>
    </message>
    <message>
        <source>same ID number</source>
        <translation>身份证号相同</translation>
    </message>
    <message>
        <source>same bank account</source>
        <translation>银行账号相同</translation>
    </message>
</context>
<context>
    <name>core::ClientStore</name>
    <message>
        <source>Somebody else changed this record first. Look at it again, then repeat your change.</source>
        <translation>别人先修改了这条记录。请重新查看后再修改。</translation>
    </message>
</context>
<context>
    <name>core::ClientWriter</name>
    <message>
        <source>The owner is not a user of this office.</source>
        <translation>负责人不是本档案库的用户。</translation>
    </message>
</context>
<context>
    <name>core::ColumnMapping</name>
    <message>
        <source>The file has no column &quot;%1&quot;.</source>
        <translation>文件中没有列“%1”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no field that an import can fill.</source>
        <translation>“%1”不是可以导入的字段。</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; holds ID numbers or bank accounts, which come in confidential or not at all: id_number, bank_account, or leave it out.</source>
        <translation>“%1”列是身份证号或银行账号，只能作为保密内容导入：选 id_number 或 bank_account，或不导入这一列。</translation>
    </message>
</context>
<context>
    <name>core::Connection</name>
    <message>
        <source>This is a folder, not a database file.</source>
        <translation>这是文件夹，不是数据库文件。</translation>
    </message>
    <message>
        <source>A file of this name is there already. Choose another place.</source>
        <translation>已有同名文件，请另选位置。</translation>
    </message>
    <message>
        <source>The folder for the new file does not exist.</source>
        <translation>新文件所在的文件夹不存在。</translation>
    </message>
    <message>
        <source>There is no database file of this name.</source>
        <translation>没有这个数据库文件。</translation>
    </message>
    <message>
        <source>The database file is empty. Restore it from a backup.</source>
        <translation>数据库文件是空的，请从备份恢复。</translation>
    </message>
    <message>
        <source>The beginning of the database file is damaged. Restore it from a backup.</source>
        <translation>数据库文件开头已损坏，请从备份恢复。</translation>
    </message>
    <message>
        <source>The file is cut short, or is no database of this program.</source>
        <translation>文件不完整，或不是本程序的数据库。</translation>
    </message>
    <message>
        <source>This database is not encrypted; it does not belong to this program.</source>
        <translation>这个数据库没有加密，不属于本程序。</translation>
    </message>
    <message>
        <source>This file cannot be used safely here: the database refused a setting that protects it.</source>
        <translation>此文件在这里无法安全使用：数据库拒绝了保护数据的设置。</translation>
    </message>
    <message>
        <source>The key of the office was changed just now, and nothing was done. Try again.</source>
        <translation>档案库的密钥刚刚被更换，本次操作未执行。请重试。</translation>
    </message>
    <message>
        <source>The database could not be written anew, and has its former key: the disk or the shared folder failed, or has no room for a second copy of it. Try again.</source>
        <translation>数据库未能重新写入，仍使用原来的密钥：磁盘或共享文件夹出错，或没有再放一份数据库的空间。请重试。</translation>
    </message>
    <message>
        <source>The folder of the office is not there at the moment. Check the drive or the network, then try again.</source>
        <translation>档案库所在的文件夹目前不可访问。请检查磁盘或网络后重试。</translation>
    </message>
</context>
<context>
    <name>core::ConsentStore</name>
    <message>
        <source>Proof of identity</source>
        <translation>身份核验</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>收付款</translation>
    </message>
    <message>
        <source>The client has withdrawn the consent for this. Say where the new consent is kept, or leave the value out.</source>
        <translation>客户已撤回对此项的同意。请写明新的同意书存放在哪里，或不要填写。</translation>
    </message>
</context>
<context>
    <name>core::CsvReader</name>
    <message>
        <source>This file does not exist.</source>
        <translation>文件不存在。</translation>
    </message>
    <message>
        <source>This is a folder. Choose the file in it.</source>
        <translation>这是文件夹，请选择其中的文件。</translation>
    </message>
    <message>
        <source>The file cannot be opened. Perhaps another program holds it, or you may not read it.</source>
        <translation>无法打开文件。可能被其他程序占用，或您没有读取权限。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>无法读取文件。</translation>
    </message>
    <message>
        <source>The file cannot be read to its end.</source>
        <translation>无法完整读取文件。</translation>
    </message>
    <message>
        <source>A quotation mark in this row is never closed: the file was cut here, or the row is broken.</source>
        <translation>这一行的引号没有闭合：文件在此被截断，或这一行已损坏。</translation>
    </message>
    <message>
        <source>A cell of this row is too large, or it has too many cells.</source>
        <translation>这一行有单元格过大，或单元格过多。</translation>
    </message>
    <message>
        <source>The quotation marks of this row do not match: one is missing, or one too many.</source>
        <translation>这一行的引号不成对：少一个或多一个。</translation>
    </message>
</context>
<context>
    <name>core::CsvWriter</name>
    <message>
        <source>The file could not be written: the disk is full, or went away. Nothing was left behind.</source>
        <translation>无法写入文件：磁盘已满或已断开。没有留下任何内容。</translation>
    </message>
    <message>
        <source>The file cannot be written there. Check the folder and your rights in it.</source>
        <translation>无法写到那里，请检查文件夹和您的权限。</translation>
    </message>
    <message>
        <source>Files are written in utf-8-bom, utf-8 or gb18030.</source>
        <translation>可写入的编码为 utf-8-bom、utf-8 或 gb18030。</translation>
    </message>
    <message>
        <source>There is a folder of this name. Choose a name for the file.</source>
        <translation>已有同名文件夹，请另取文件名。</translation>
    </message>
</context>
<context>
    <name>core::DamageMark</name>
    <message>
        <source>It could not be noted in the folder of the office that damage was found there.</source>
        <translation>无法在档案库的文件夹中记下已发现损坏。</translation>
    </message>
    <message>
        <source>Damage was found in this office, and nothing is written to it any more, by anybody. Check the office; restore a backup where the damage is confirmed.</source>
        <translation>在此档案库中发现了损坏，任何人都不再向其写入。请检查档案库；如确认损坏，请恢复备份。</translation>
    </message>
</context>
<context>
    <name>core::DeviceSecret</name>
    <message>
        <source>The keystore of this computer does not answer or is locked. Nothing was changed.</source>
        <translation>本机的密钥库没有响应或已锁定。未作任何更改。</translation>
    </message>
    <message>
        <source>This computer has no keystore that the program can use. A key file does the same.</source>
        <translation>本机没有程序可用的密钥库。密钥文件有同样的作用。</translation>
    </message>
</context>
<context>
    <name>core::DuplicateEngine</name>
    <message>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>名称相同</translation>
    </message>
    <message>
        <source>similar name</source>
        <translation>名称相近</translation>
    </message>
    <message>
        <source>different name</source>
        <translation>名称不同</translation>
    </message>
    <message>
        <source>same phone</source>
        <translation>电话相同</translation>
    </message>
    <message>
        <source>phone differs in one digit</source>
        <translation>电话相差一位</translation>
    </message>
    <message>
        <source>different phone</source>
        <translation>电话不同</translation>
    </message>
    <message>
        <source>same e-mail</source>
        <translation>邮箱相同</translation>
    </message>
    <message>
        <source>similar e-mail</source>
        <translation>邮箱相近</translation>
    </message>
    <message>
        <source>different e-mail</source>
        <translation>邮箱不同</translation>
    </message>
    <message>
        <source>same credit code</source>
        <translation>信用代码相同</translation>
    </message>
    <message>
        <source>different credit code</source>
        <translation>信用代码不同</translation>
    </message>
    <message>
        <source>same birthday</source>
        <translation>生日相同</translation>
    </message>
    <message>
        <source>similar birthday</source>
        <translation>生日相近</translation>
    </message>
    <message>
        <source>different birthday</source>
        <translation>生日不同</translation>
    </message>
    <message>
        <source>same address</source>
        <translation>地址相同</translation>
    </message>
    <message>
        <source>similar address</source>
        <translation>地址相近</translation>
    </message>
    <message>
        <source>different address</source>
        <translation>地址不同</translation>
    </message>
    <message>
        <source>same city</source>
        <translation>城市相同</translation>
    </message>
    <message>
        <source>different city</source>
        <translation>城市不同</translation>
    </message>
    <message>
        <source>same contact</source>
        <translation>联系人相同</translation>
    </message>
    <message>
        <source>similar contact</source>
        <translation>联系人相近</translation>
    </message>
    <message>
        <source>different contact</source>
        <translation>联系人不同</translation>
    </message>
    <message>
        <source>one is a company, the other a person</source>
        <translation>一个是公司，一个是个人</translation>
    </message>
    <message>
        <source>Looking for candidates</source>
        <translation>查找可能的重复</translation>
    </message>
    <message>
        <source>name sounds the same</source>
        <translation>名称同音</translation>
    </message>
    <message>
        <source>one name is part of the other</source>
        <translation>一个名称包含另一个</translation>
    </message>
    <message>
        <source>name agrees in part</source>
        <translation>名称部分相同</translation>
    </message>
    <message>
        <source>same surname, another given name</source>
        <translation>同姓不同名</translation>
    </message>
    <message>
        <source>same branch</source>
        <translation>分支机构相同</translation>
    </message>
    <message>
        <source>only one is a branch</source>
        <translation>只有一个是分支机构</translation>
    </message>
    <message>
        <source>different branch</source>
        <translation>分支机构不同</translation>
    </message>
    <message>
        <source>same name before the @</source>
        <translation>邮箱用户名相同</translation>
    </message>
    <message>
        <source>same mail domain</source>
        <translation>邮箱域名相同</translation>
    </message>
    <message>
        <source>similar credit code</source>
        <translation>信用代码相近</translation>
    </message>
    <message>
        <source>two valid credit codes</source>
        <translation>两个不同的有效信用代码</translation>
    </message>
    <message>
        <source>birthday agrees in part</source>
        <translation>生日部分相同</translation>
    </message>
    <message>
        <source>birthday within a month</source>
        <translation>生日相差不超过一个月</translation>
    </message>
    <message>
        <source>same house</source>
        <translation>门牌相同</translation>
    </message>
    <message>
        <source>address agrees in part</source>
        <translation>地址部分相同</translation>
    </message>
    <message>
        <source>same district</source>
        <translation>区县相同</translation>
    </message>
    <message>
        <source>similar city</source>
        <translation>城市名称相近</translation>
    </message>
    <message>
        <source>contact sounds the same</source>
        <translation>联系人同音</translation>
    </message>
    <message>
        <source>contact agrees in part</source>
        <translation>联系人部分相同</translation>
    </message>
    <message>
        <source>name differs only in %1</source>
        <translation>名称仅有%1之差</translation>
    </message>
    <message>
        <source>contact differs only in %1</source>
        <translation>联系人仅有%1之差</translation>
    </message>
    <message>
        <source>same ID number</source>
        <translation>身份证号相同</translation>
    </message>
</context>
<context>
    <name>core::DuplicateIndex</name>
    <message>
        <source>The program is incomplete.</source>
        <translation>程序不完整。</translation>
    </message>
</context>
<context>
    <name>core::DuplicateService</name>
    <message>
        <source>There is no client with this id.</source>
        <translation>没有这个编号的客户。</translation>
    </message>
    <message>
        <source>Reading clients</source>
        <translation>正在读取客户</translation>
    </message>
    <message>
        <source>These two ids are one record.</source>
        <translation>这两个编号是同一条记录。</translation>
    </message>
    <message>
        <source>Nothing was decided about these two records, or it was taken back already.</source>
        <translation>这两条记录没有判定结果，或者已经撤销了。</translation>
    </message>
</context>
<context>
    <name>core::Exporter</name>
    <message>
        <source>The manifest beside the file cannot be written: the disk is full, or went away. Nothing was left behind.</source>
        <translation>无法写入文件旁的清单：磁盘已满或已断开。没有留下任何内容。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no field that can be exported.</source>
        <translation>“%1”不是可以导出的字段。</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>At most %1 clients are copied at once. For more, export them into a file.</source>
        <translation>一次最多复制 %1 个客户；更多客户请导出到文件。</translation>
    </message>
</context>
<context>
    <name>core::Field</name>
    <message>
        <source>Client ID</source>
        <translation>客户编号</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>客户类型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>客户名称</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Other phones</source>
        <translation>其他电话</translation>
    </message>
    <message>
        <source>Other emails</source>
        <translation>其他邮箱</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省</translation>
    </message>
    <message>
        <source>City</source>
        <translation>市</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>详细地址</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>邮政编码</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>所属行业</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活跃程度</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>信息来源</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>银行账号</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>网站</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Further contacts</source>
        <translation>其他联系人</translation>
    </message>
    <message>
        <source>Own fields</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新时间</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近联系时间</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
</context>
<context>
    <name>core::FileInUse</name>
    <message>
        <source>Another program has this file open and keeps others out. Close it there, then try again.</source>
        <translation>另一个程序正打开此文件，其他程序暂时无法使用。请先在那里关闭文件，然后重试。</translation>
    </message>
</context>
<context>
    <name>core::FileLinks</name>
    <message>
        <source>The database in this folder is a link to a file elsewhere; opened under two names it would be damaged. Put the file itself into the folder, or open the office where the file lies.</source>
        <translation>此文件夹中的数据库是指向别处文件的链接；用两个名称打开会损坏它。请把文件本身放进此文件夹，或到文件所在处打开档案库。</translation>
    </message>
    <message>
        <source>The database in this folder has a second name on its drive (a hard link); opened under both it would be damaged. Copy the whole folder and open the copy, or delete the other name.</source>
        <translation>此文件夹中的数据库在磁盘上还有另一个名称（硬链接）；用两个名称打开会损坏它。请复制整个文件夹并打开副本，或删除另一个名称。</translation>
    </message>
</context>
<context>
    <name>core::FilterExpression</name>
    <message>
        <source>This filter is not understood from character %1 on. An example: owner=li and city~苏州</source>
        <translation>筛选条件从第 %1 个字符起无法识别。示例：owner=li and city~苏州</translation>
    </message>
    <message>
        <source>A filter knows no field &quot;%1&quot;.</source>
        <translation>筛选条件中没有字段“%1”。</translation>
    </message>
    <message>
        <source>Confidential values are looked for by data administrators only.</source>
        <translation>只有数据管理员可以按保密内容查找。</translation>
    </message>
    <message>
        <source>This filter is too long: at most %1 conditions are compared at once.</source>
        <translation>筛选条件过长：一次最多 %1 个条件。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date: in a filter it is written 2026-09-01.</source>
        <translation>“%1”不是日期：筛选条件中应写成 2026-09-01。</translation>
    </message>
</context>
<context>
    <name>core::GroupMerges</name>
    <message>
        <source>Merging</source>
        <translation>正在合并</translation>
    </message>
    <message>
        <source>Taking merges back</source>
        <translation>正在撤销合并</translation>
    </message>
</context>
<context>
    <name>core::HeadMemory</name>
    <message>
        <source>How far this computer has seen the log could not be noted.</source>
        <translation>无法记下这台电脑看到日志的哪一条。</translation>
    </message>
</context>
<context>
    <name>core::HistorySignatures</name>
    <message>
        <source>Its entry in the log is missing.</source>
        <translation>日志中缺少它的条目。</translation>
    </message>
    <message>
        <source>The request behind it is missing.</source>
        <translation>缺少它所依据的申请。</translation>
    </message>
    <message>
        <source>It says something else than when it was written.</source>
        <translation>其内容与写入时不同。</translation>
    </message>
</context>
<context>
    <name>core::ImportFile</name>
    <message>
        <source>The mapping file cannot be opened.</source>
        <translation>无法打开对应关系文件。</translation>
    </message>
    <message>
        <source>The mapping file is not as expected: a JSON object of columns and fields, {&quot;Column&quot;: &quot;field&quot;}.</source>
        <translation>对应关系文件格式不符：应为列与字段的 JSON 对象，{&quot;列&quot;: &quot;字段&quot;}。</translation>
    </message>
    <message>
        <source>The file ends inside a quoted cell that begins in line %1: it was cut off, or a quotation mark is missing there. Nothing was imported.</source>
        <translation>文件在第 %1 行开始的带引号单元格中结束：文件被截断，或缺少引号。没有导入任何内容。</translation>
    </message>
    <message>
        <source>There is no table in this file.</source>
        <translation>文件中没有表格。</translation>
    </message>
</context>
<context>
    <name>core::ImportPlan</name>
    <message>
        <source>This row has no name.</source>
        <translation>这一行没有名称。</translation>
    </message>
    <message>
        <source>The name in this row is too long.</source>
        <translation>这一行的名称太长。</translation>
    </message>
    <message>
        <source>This row is too large.</source>
        <translation>这一行太大。</translation>
    </message>
</context>
<context>
    <name>core::ImportRun</name>
    <message>
        <source>Rows cannot become requests where you may decide them yourself. Use update.</source>
        <translation>您有权自行决定，行不能变成申请。请使用 update。</translation>
    </message>
    <message>
        <source>Trying out</source>
        <translation>正在试运行</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>row %1 of %2</source>
        <translation>%2 的第 %1 行</translation>
    </message>
    <message>
        <source>Row %1 cannot be stored any more: %2 Nothing was imported. Reject the request, and have the file given again.</source>
        <translation>第 %1 行已无法存入：%2 没有导入任何内容。请驳回该申请，并请对方重新提交文件。</translation>
    </message>
</context>
<context>
    <name>core::ImportUndo</name>
    <message>
        <source>There is no import with this number.</source>
        <translation>没有这个编号的导入。</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>正在撤回</translation>
    </message>
    <message>
        <source>The import was taken back.</source>
        <translation>该导入已被撤回。</translation>
    </message>
</context>
<context>
    <name>core::Importer</name>
    <message>
        <source>No column of this file names the client. Say which one does (COLUMN=name). Nothing was imported.</source>
        <translation>文件中没有哪一列是客户名称。请指定（列=name）。没有导入任何内容。</translation>
    </message>
    <message>
        <source>What had come in stands as the unfinished import B-%1: go on with it, or take it back.</source>
        <translation>已导入的部分保留为未完成的导入 B-%1：可以继续导入，也可以撤销。</translation>
    </message>
</context>
<context>
    <name>core::Integrity</name>
    <message>
        <source>The file is so damaged that it cannot be checked further.</source>
        <translation>文件损坏严重，无法继续检查。</translation>
    </message>
    <message>
        <source>The content is not what was written there.</source>
        <translation>内容与写入时不一致。</translation>
    </message>
    <message>
        <source>The structure is damaged: %1</source>
        <translation>结构已损坏：%1</translation>
    </message>
    <message>
        <source>What it refers to in %1 is not there.</source>
        <translation>它引用的 %1 中的内容不存在。</translation>
    </message>
    <message>
        <source>Checking every page</source>
        <translation>正在检查每一页</translation>
    </message>
    <message>
        <source>Checking the structure</source>
        <translation>正在检查结构</translation>
    </message>
    <message>
        <source>Checking references</source>
        <translation>正在检查引用</translation>
    </message>
</context>
<context>
    <name>core::KeyFile</name>
    <message>
        <source>Key file for an office of Dossier. Keep it apart from the office and do not change it: with the password it opens the office, and without it the password does not.</source>
        <translation>客户档案的密钥文件。请与档案库分开存放且不要改动：它与密码一起打开档案库，没有它，密码打不开。</translation>
    </message>
    <message>
        <source>The key file could not be made.</source>
        <translation>无法生成密钥文件。</translation>
    </message>
    <message>
        <source>The key file cannot be read.</source>
        <translation>无法读取密钥文件。</translation>
    </message>
    <message>
        <source>A key file holds something, and at most a million bytes.</source>
        <translation>密钥文件不能为空，且最多一百万字节。</translation>
    </message>
</context>
<context>
    <name>core::KeyService</name>
    <message>
        <source>Writing the database anew (%1), everybody else waits</source>
        <translation>正在重新写入数据库（%1），其他人需要等待</translation>
    </message>
    <message>
        <source>The database is damaged, so the change of its key is not finished. Check the office.</source>
        <translation>数据库已损坏，密钥更换未完成。请检查档案库。</translation>
    </message>
    <message>
        <source>The password hash takes between %1 and %2 MiB of memory.</source>
        <translation>密码散列使用的内存须在 %1 到 %2 MiB 之间。</translation>
    </message>
    <message>
        <source>Some people have not logged in since the cost was changed before. Wait until they have, or give them new passwords.</source>
        <translation>自上次更改成本以来，有人尚未登录。请等他们登录，或为其设置新密码。</translation>
    </message>
</context>
<context>
    <name>core::Keyring</name>
    <message>
        <source>The keyring of this office is damaged. Its other copy or a backup can replace it.</source>
        <translation>本档案库的钥匙串已损坏，可用另一份副本或备份替换。</translation>
    </message>
    <message>
        <source>The keyring of this office was changed by somebody who may not. Do not go on; tell the data administrator.</source>
        <translation>本档案库的钥匙串被无权的人改动。请停止使用并告知数据管理员。</translation>
    </message>
    <message>
        <source>This office was made by a newer version of the program. Update this computer&apos;s.</source>
        <translation>本档案库由更新版本的程序创建，请更新本机程序。</translation>
    </message>
    <message>
        <source>There is no such user.</source>
        <translation>没有这个用户。</translation>
    </message>
    <message>
        <source>This office has too many users.</source>
        <translation>这个档案库的用户太多了。</translation>
    </message>
    <message>
        <source>Another data administrator has to take your access away.</source>
        <translation>您本人的权限须由另一位数据管理员收回。</translation>
    </message>
    <message>
        <source>The office&apos;s key is being changed already. Finish that first.</source>
        <translation>档案库的密钥正在更换中，请先完成这次更换。</translation>
    </message>
    <message>
        <source>There is no change of the office&apos;s key to finish.</source>
        <translation>没有需要完成的密钥更换。</translation>
    </message>
    <message>
        <source>Only a data administrator may change the office&apos;s key.</source>
        <translation>只有数据管理员可以更换档案库的密钥。</translation>
    </message>
    <message>
        <source>Another data administrator has to take your role away.</source>
        <translation>须由另一位数据管理员收回您的角色。</translation>
    </message>
    <message>
        <source>Name, password or second secret is not right, or this person&apos;s access was taken away.</source>
        <translation>姓名、密码或第二秘密不正确，或此人的权限已被收回。</translation>
    </message>
    <message>
        <source>This recovery code belongs to another office, or a newer one has taken its place.</source>
        <translation>此恢复码属于另一个档案库，或已被新的恢复码取代。</translation>
    </message>
    <message>
        <source>That would leave you no way into the office.</source>
        <translation>这样您将无法进入档案库。</translation>
    </message>
    <message>
        <source>By this copy of the keyring you are not what you are in the office now. Another data administrator has to do this.</source>
        <translation>按这份密钥环副本，您的身份与档案库现在的不一致。须由另一位数据管理员来做。</translation>
    </message>
    <message>
        <source>A new recovery code is made by a data administrator with the own password.</source>
        <translation>新的恢复码由数据管理员用自己的密码生成。</translation>
    </message>
</context>
<context>
    <name>core::KeyringChain</name>
    <message>
        <source>The keyring of this office was changed by somebody who may not. Do not go on; tell the data administrator.</source>
        <translation>这个档案库的密钥环被无权的人改动过。请不要继续，并告诉数据管理员。</translation>
    </message>
    <message>
        <source>Only a data administrator may do that.</source>
        <translation>只有数据管理员可以这样做。</translation>
    </message>
    <message>
        <source>There is a user with this name already.</source>
        <translation>已经有同名的用户。</translation>
    </message>
    <message>
        <source>There is no such user.</source>
        <translation>没有这个用户。</translation>
    </message>
</context>
<context>
    <name>core::KeyringDirectory</name>
    <message>
        <source>The keyring of this office is damaged. Its other copy or a backup can replace it.</source>
        <translation>这个档案库的密钥环已损坏。可以用它的另一份副本或备份来替换。</translation>
    </message>
</context>
<context>
    <name>core::KeyringFile</name>
    <message>
        <source>The keyring could not be written. Nothing was changed; check that there is room and that you may write there.</source>
        <translation>无法写入钥匙串，没有做任何更改；请检查空间和写入权限。</translation>
    </message>
    <message>
        <source>The keyring of this office cannot be read.</source>
        <translation>无法读取本档案库的钥匙串。</translation>
    </message>
    <message>
        <source>There is no office in this folder.</source>
        <translation>这个文件夹中没有档案库。</translation>
    </message>
</context>
<context>
    <name>core::KeyringMemory</name>
    <message>
        <source>What this computer knows of the office could not be noted.</source>
        <translation>无法记下这台电脑对该档案库的了解。</translation>
    </message>
</context>
<context>
    <name>core::LockMeeting</name>
    <message>
        <source>Testing the folder with %1</source>
        <translation>正在与 %1 一起测试文件夹</translation>
    </message>
    <message>
        <source>Waiting for the other computer</source>
        <translation>正在等待另一台电脑</translation>
    </message>
    <message>
        <source>Both programs run on this computer: this says nothing about two computers. Start the other one elsewhere.</source>
        <translation>两个程序都在这台电脑上运行：这不能说明两台电脑之间的情况。请在另一台电脑上启动另一个程序。</translation>
    </message>
    <message>
        <source>This folder cannot be shared safely: %1</source>
        <translation>此文件夹不能安全共享：%1</translation>
    </message>
</context>
<context>
    <name>core::LockTest</name>
    <message>
        <source>The test of the folder could not be started. Install the program again.</source>
        <translation>无法启动文件夹测试。请重新安装程序。</translation>
    </message>
    <message>
        <source>Testing the folder</source>
        <translation>正在测试文件夹</translation>
    </message>
    <message>
        <source>The folder did not answer in time.</source>
        <translation>文件夹没有及时响应。</translation>
    </message>
    <message>
        <source>The test of the folder ended before its time.</source>
        <translation>文件夹测试提前中止了。</translation>
    </message>
    <message>
        <source>No file could be made in this folder. Check your rights to it.</source>
        <translation>无法在此文件夹中创建文件。请检查您在此处的权限。</translation>
    </message>
    <message>
        <source>A program that uses a file alone was refused it.</source>
        <translation>程序独自使用文件时遭到拒绝。</translation>
    </message>
    <message>
        <source>One program could write while another was reading.</source>
        <translation>一个程序正在读取时，另一个程序仍能写入。</translation>
    </message>
    <message>
        <source>Two programs could write at the same time.</source>
        <translation>两个程序可以同时写入。</translation>
    </message>
    <message>
        <source>A file stayed closed to others when its user had finished.</source>
        <translation>使用者用完后，文件仍不对其他程序开放。</translation>
    </message>
    <message>
        <source>What one program had saved was not what another one read.</source>
        <translation>一个程序保存的内容与另一个程序读到的不一致。</translation>
    </message>
    <message>
        <source>The file of a program that crashed stayed closed to others.</source>
        <translation>程序崩溃后，它的文件仍不对其他程序开放。</translation>
    </message>
    <message>
        <source>This program cannot test whether the folder can be shared.</source>
        <translation>本程序无法测试文件夹能否共享。</translation>
    </message>
    <message>
        <source>One computer could write while the other was reading.</source>
        <translation>一台电脑在读取时，另一台却能写入。</translation>
    </message>
    <message>
        <source>Both computers could write at the same time.</source>
        <translation>两台电脑可以同时写入。</translation>
    </message>
    <message>
        <source>What one computer had saved was not what the other one read.</source>
        <translation>一台电脑保存的内容与另一台读到的不一致。</translation>
    </message>
    <message>
        <source>A file that grew kept its old size for others.</source>
        <translation>文件变大后，其他程序看到的仍是原来的大小。</translation>
    </message>
    <message>
        <source>The other computer went away in the middle of the test. Start it again on both.</source>
        <translation>另一台电脑在测试中途离开了。请在两台电脑上重新开始测试。</translation>
    </message>
    <message>
        <source>No other computer came to this folder in time. Start the test on both, each with its own path to the same folder.</source>
        <translation>在规定时间内没有其他电脑来到此文件夹。请在两台电脑上都启动测试，各自使用通往同一文件夹的路径。</translation>
    </message>
</context>
<context>
    <name>core::LockTestMemory</name>
    <message>
        <source>The test of the folder could not be noted.</source>
        <translation>无法记下文件夹测试的结果。</translation>
    </message>
</context>
<context>
    <name>core::LogExporter</name>
    <message>
        <source>Entry</source>
        <translation>日志条目</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>电脑</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作代码</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>做了什么</translation>
    </message>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Hash of the entry</source>
        <translation>条目哈希</translation>
    </message>
    <message>
        <source>Exporting the log</source>
        <translation>正在导出日志</translation>
    </message>
</context>
<context>
    <name>core::LogQueries</name>
    <message>
        <source>There is nobody of this name whose actions you may see.</source>
        <translation>没有叫这个名字、且您可以查看其操作的人。</translation>
    </message>
    <message>
        <source>There is no client with this id.</source>
        <translation>没有这个编号的客户。</translation>
    </message>
    <message>
        <source>The log has no entry of this number.</source>
        <translation>日志中没有这个编号的条目。</translation>
    </message>
</context>
<context>
    <name>core::LogSettings</name>
    <message>
        <source>There is no such setting of the log.</source>
        <translation>日志没有这项设置。</translation>
    </message>
    <message>
        <source>%1 must be a number from %2 to %3.</source>
        <translation>%1 必须是 %2 到 %3 之间的数字。</translation>
    </message>
    <message>
        <source>Clients of other people that somebody may open in one day</source>
        <translation>一人一天内可打开的他人客户数</translation>
    </message>
    <message>
        <source>Records that somebody may open at night or on a day off</source>
        <translation>一人夜间或休息日可打开记录的次数</translation>
    </message>
    <message>
        <source>The night begins at this hour</source>
        <translation>夜间开始（点）</translation>
    </message>
    <message>
        <source>The night ends at this hour</source>
        <translation>夜间结束（点）</translation>
    </message>
    <message>
        <source>Clients that somebody may export in one day</source>
        <translation>一人一天内可导出的客户数</translation>
    </message>
    <message>
        <source>Failed logins of one name in one day</source>
        <translation>同一姓名一天内登录失败的次数</translation>
    </message>
    <message>
        <source>Records that somebody may change in one hour</source>
        <translation>一人一小时内可修改的记录数</translation>
    </message>
    <message>
        <source>Days that details of changes, exports and consent are kept</source>
        <translation>修改、导出和授权同意的详情保留天数</translation>
    </message>
    <message>
        <source>Days that all other details are kept</source>
        <translation>其他详情保留天数</translation>
    </message>
</context>
<context>
    <name>core::LogWords</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>opened a record</source>
        <translation>打开记录</translation>
    </message>
    <message>
        <source>read a record&apos;s history</source>
        <translation>查看记录的历史</translation>
    </message>
    <message>
        <source>searched</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>printed a record</source>
        <translation>打印记录</translation>
    </message>
    <message>
        <source>looks and searches came into the log</source>
        <translation>查看和搜索写入日志</translation>
    </message>
    <message>
        <source>entered a client</source>
        <translation>录入客户</translation>
    </message>
    <message>
        <source>changed a record</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>put clients into the trash</source>
        <translation>将客户移入回收站</translation>
    </message>
    <message>
        <source>took clients out of the trash</source>
        <translation>从回收站恢复客户</translation>
    </message>
    <message>
        <source>erased a client</source>
        <translation>彻底删除客户</translation>
    </message>
    <message>
        <source>handed clients to somebody else</source>
        <translation>转交客户</translation>
    </message>
    <message>
        <source>tagged many clients</source>
        <translation>批量设置标签</translation>
    </message>
    <message>
        <source>filled the office with samples</source>
        <translation>填入示例客户</translation>
    </message>
    <message>
        <source>decided about possible duplicates</source>
        <translation>判定可能重复的记录</translation>
    </message>
    <message>
        <source>merged records</source>
        <translation>合并记录</translation>
    </message>
    <message>
        <source>took a merge back</source>
        <translation>撤销合并</translation>
    </message>
    <message>
        <source>approved a request</source>
        <translation>批准申请</translation>
    </message>
    <message>
        <source>rejected a request</source>
        <translation>驳回申请</translation>
    </message>
    <message>
        <source>withdrew a request</source>
        <translation>撤回申请</translation>
    </message>
    <message>
        <source>sent an outdated request back</source>
        <translation>退回过期的申请</translation>
    </message>
    <message>
        <source>asked again for what was sent back</source>
        <translation>重新提交被退回的申请</translation>
    </message>
    <message>
        <source>imported a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>asked for a file to be imported</source>
        <translation>提交待批的导入文件</translation>
    </message>
    <message>
        <source>took an import back</source>
        <translation>撤回导入</translation>
    </message>
    <message>
        <source>forgot how a file is read</source>
        <translation>清除文件的列对应关系</translation>
    </message>
    <message>
        <source>exported clients</source>
        <translation>导出客户</translation>
    </message>
    <message>
        <source>exported the log</source>
        <translation>导出日志</translation>
    </message>
    <message>
        <source>logins had failed on this computer</source>
        <translation>这台电脑上曾有登录失败</translation>
    </message>
    <message>
        <source>added a person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>took a person&apos;s access away</source>
        <translation>收回人员的权限</translation>
    </message>
    <message>
        <source>changed a role</source>
        <translation>更改角色</translation>
    </message>
    <message>
        <source>set a new password</source>
        <translation>设置新密码</translation>
    </message>
    <message>
        <source>brought the people in line with the keyring</source>
        <translation>按钥匙串更正人员</translation>
    </message>
    <message>
        <source>made the office</source>
        <translation>创建档案库</translation>
    </message>
    <message>
        <source>used the recovery code</source>
        <translation>使用恢复码</translation>
    </message>
    <message>
        <source>began to change the office&apos;s key</source>
        <translation>开始更换档案库密钥</translation>
    </message>
    <message>
        <source>changed the office&apos;s key</source>
        <translation>更换档案库密钥</translation>
    </message>
    <message>
        <source>looked at the office&apos;s key</source>
        <translation>查看档案库密钥</translation>
    </message>
    <message>
        <source>accepted an older database</source>
        <translation>接受旧数据库</translation>
    </message>
    <message>
        <source>removed old details of the log</source>
        <translation>清除日志的旧详情</translation>
    </message>
    <message>
        <source>changed what counts as unusual</source>
        <translation>更改异常判定的限度</translation>
    </message>
    <message>
        <source>set the clock of the practice office</source>
        <translation>设置练习档案库的时钟</translation>
    </message>
    <message>
        <source>Looks and searches</source>
        <translation>查看与搜索</translation>
    </message>
    <message>
        <source>Changes of records</source>
        <translation>记录修改</translation>
    </message>
    <message>
        <source>Requests and approvals</source>
        <translation>申请与审批</translation>
    </message>
    <message>
        <source>Merges and duplicates</source>
        <translation>合并与重复</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Failed logins</source>
        <translation>登录失败</translation>
    </message>
    <message>
        <source>People and passwords</source>
        <translation>人员与密码</translation>
    </message>
    <message>
        <source>Office, keys, the log</source>
        <translation>档案库、密钥与日志</translation>
    </message>
    <message>
        <source>made a confidential value readable</source>
        <translation>查看了保密内容</translation>
    </message>
    <message>
        <source>recorded a client&apos;s consent</source>
        <translation>登记了客户同意</translation>
    </message>
    <message>
        <source>recorded that a consent was withdrawn</source>
        <translation>登记了撤回同意</translation>
    </message>
    <message>
        <source>made an own field confidential</source>
        <translation>把自定义字段设为保密</translation>
    </message>
    <message>
        <source>put confidential values in order</source>
        <translation>整理了保密内容</translation>
    </message>
    <message>
        <source>changed a department</source>
        <translation>更改了部门</translation>
    </message>
    <message>
        <source>sealed a password at the office&apos;s new cost</source>
        <translation>按新的强度重新加密了密码</translation>
    </message>
    <message>
        <source>made this computer a second secret</source>
        <translation>把这台电脑登记为第二凭据</translation>
    </message>
    <message>
        <source>gave up this computer as a second secret</source>
        <translation>取消了这台电脑的第二凭据</translation>
    </message>
    <message>
        <source>changed what a role may do</source>
        <translation>更改了角色权限</translation>
    </message>
    <message>
        <source>made another recovery code</source>
        <translation>更换了恢复码</translation>
    </message>
    <message>
        <source>changed what a password costs</source>
        <translation>更改了密码强度设置</translation>
    </message>
    <message>
        <source>stated the key of confidential values</source>
        <translation>登记了保密内容的密钥</translation>
    </message>
    <message>
        <source>took a decision about possible duplicates back</source>
        <translation>撤销了对疑似重复的判定</translation>
    </message>
    <message>
        <source>printed clients</source>
        <translation>打印了客户资料</translation>
    </message>
    <message>
        <source>counted how good the records are</source>
        <translation>统计了资料质量</translation>
    </message>
    <message>
        <source>copied clients to the clipboard</source>
        <translation>复制了客户到剪贴板</translation>
    </message>
    <message>
        <source>saved a view of the list</source>
        <translation>保存了列表视图</translation>
    </message>
    <message>
        <source>removed a view of the list</source>
        <translation>删除了列表视图</translation>
    </message>
    <message>
        <source>changed where new versions are announced</source>
        <translation>更改了新版本通知的位置</translation>
    </message>
</context>
<context>
    <name>core::LookJournal</name>
    <message>
        <source>What was looked at could not be noted on this computer.</source>
        <translation>无法在这台电脑上记下查看的内容。</translation>
    </message>
</context>
<context>
    <name>core::LookStore</name>
    <message>
        <source>The journal of looks of %1 on the computer %2 began anew: the one before it was deleted or could not be read. What it had not brought is not known.</source>
        <translation>%1 在电脑 %2 上的查看记录簿重新开始：之前的一本已被删除或无法读取，其中尚未写入日志的内容不得而知。</translation>
    </message>
    <message>
        <source>Of the journal of looks of %1 on the computer %2 the numbers %3 to %4 never came.</source>
        <translation>%1 在电脑 %2 上的查看记录簿中，第 %3 到 %4 号始终没有写入日志。</translation>
    </message>
</context>
<context>
    <name>core::MassChanges</name>
    <message>
        <source>There is no user of this name to take from.</source>
        <translation>没有这个名字的用户，无法移交其客户。</translation>
    </message>
    <message>
        <source>The new owner is not an active user of this office. Choose one who is.</source>
        <translation>新的负责人不是本档案库的有效用户，请另选一位。</translation>
    </message>
    <message>
        <source>These clients are theirs already. Choose somebody else as the new owner.</source>
        <translation>这些客户已经归此人负责，请另选一位新的负责人。</translation>
    </message>
    <message>
        <source>Name a tag to put on or to take off, and none of them for both.</source>
        <translation>请给出要添加或要去掉的标签，同一标签不能两者都有。</translation>
    </message>
    <message>
        <source>Changing clients</source>
        <translation>正在更改客户</translation>
    </message>
    <message>
        <source>Stopped. What was changed until then stays; the other clients are as they were.</source>
        <translation>已停止。此前的更改保留，其余客户保持原样。</translation>
    </message>
    <message>
        <source>More than 100 of these clients would need approval, one by one. Choose fewer, or ask a data administrator to hand them over.</source>
        <translation>其中有 100 个以上的客户需要逐个审批。请减少所选客户，或请数据管理员移交。</translation>
    </message>
</context>
<context>
    <name>core::MergePlan</name>
    <message>
        <source>A value can only be taken from one of the records that are merged.</source>
        <translation>只能从参与合并的记录中取值。</translation>
    </message>
    <message>
        <source>Two to twenty records can be merged at once.</source>
        <translation>一次可以合并 2 到 20 条记录。</translation>
    </message>
    <message>
        <source>A record cannot be merged with itself.</source>
        <translation>记录不能与自身合并。</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>of the record that stays</source>
        <translation>保留记录的值</translation>
    </message>
    <message>
        <source>the only value</source>
        <translation>唯一的值</translation>
    </message>
    <message>
        <source>breaks no rule</source>
        <translation>符合规则</translation>
    </message>
    <message>
        <source>the newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>put together</source>
        <translation>汇总</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>选定</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>This is no plan of a merge.</source>
        <translation>这不是合并方案。</translation>
    </message>
    <message>
        <source>as it was merged before</source>
        <translation>与上次合并一样</translation>
    </message>
</context>
<context>
    <name>core::MergeService</name>
    <message>
        <source>One of the records does not exist any more.</source>
        <translation>其中一条记录已不存在。</translation>
    </message>
    <message>
        <source>There is no merge with this number.</source>
        <translation>没有这个编号的合并。</translation>
    </message>
    <message>
        <source>This merge was undone already.</source>
        <translation>这次合并已经撤销。</translation>
    </message>
    <message>
        <source>There is no client with this id.</source>
        <translation>没有这个编号的客户。</translation>
    </message>
    <message>
        <source>The record that stayed does not exist any more.</source>
        <translation>保留的记录已不存在。</translation>
    </message>
    <message>
        <source>One of the records was merged or erased since. Merge those that are there anew.</source>
        <translation>其中一条记录后来已被合并或删除。请把现有的记录重新合并。</translation>
    </message>
    <message>
        <source>This merge is in force; it was not undone.</source>
        <translation>这次合并仍然有效，没有撤销过。</translation>
    </message>
    <message>
        <source>None of the records that were merged exists any more; there is nothing to bring back.</source>
        <translation>被合并的记录都已不存在，没有可以恢复的记录。</translation>
    </message>
    <message>
        <source>A merge is missing from the office. Check the office, or restore a backup.</source>
        <translation>档案库里缺少一次合并的记录。请检查档案库，或恢复备份。</translation>
    </message>
    <message>
        <source>One of the records is in the trash. Restore it first.</source>
        <translation>其中一条记录在回收站中，请先恢复。</translation>
    </message>
    <message>
        <source>Open requests</source>
        <translation>待审批申请</translation>
    </message>
    <message>
        <source>Further contacts</source>
        <translation>其他联系人</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Own fields</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>Confidential values</source>
        <translation>保密信息</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>客户同意</translation>
    </message>
    <message>
        <source>Merged before</source>
        <translation>此前并入的记录</translation>
    </message>
</context>
<context>
    <name>core::Migrations</name>
    <message>
        <source>This office was made or changed by a newer version of the program. Install that version on this computer; nothing was changed.</source>
        <translation>本档案库由更新版本的程序创建或修改。请在本机安装该版本；没有做任何更改。</translation>
    </message>
    <message>
        <source>The structure of this office is not the one it should have. Restore a backup, or ask for help; nothing was changed.</source>
        <translation>本档案库的结构与应有的不同。请恢复备份或求助；没有做任何更改。</translation>
    </message>
    <message>
        <source>This program was built wrongly. Install it again.</source>
        <translation>程序构建有误，请重新安装。</translation>
    </message>
    <message>
        <source>This database was not made by this program; nothing was changed.</source>
        <translation>这个数据库不是由本程序创建的；没有做任何更改。</translation>
    </message>
    <message>
        <source>This office has the form of an older version of the program. Open it once as somebody who may write.</source>
        <translation>本档案库是旧版本的格式，请由有写入权限的人打开一次。</translation>
    </message>
</context>
<context>
    <name>core::Office</name>
    <message>
        <source>Checking the log</source>
        <translation>正在检查日志</translation>
    </message>
    <message>
        <source>Only a practice office has a clock that can be set.</source>
        <translation>只有练习档案库可以设置时间。</translation>
    </message>
</context>
<context>
    <name>core::OfficeAccess</name>
    <message>
        <source>The folder cannot be made. Check the place and your rights there.</source>
        <translation>无法创建文件夹，请检查位置和权限。</translation>
    </message>
    <message>
        <source>Keyring and database in this folder belong to two different offices.</source>
        <translation>文件夹中的钥匙串与数据库属于两个不同的档案库。</translation>
    </message>
    <message>
        <source>Keyring and database disagree about this person. Tell the data administrator.</source>
        <translation>钥匙串与数据库中此人的信息不一致，请告知数据管理员。</translation>
    </message>
    <message>
        <source>An office needs a name, and an administrator with a name and a password.</source>
        <translation>档案库需要名称，以及有姓名和密码的管理员。</translation>
    </message>
    <message>
        <source>Give the name and the new password.</source>
        <translation>请给出姓名和新密码。</translation>
    </message>
    <message>
        <source>The keyring of this office is older than what this computer has seen: an old copy was put back. Passwords and people may be those of that time. Tell the data administrator.</source>
        <translation>这个档案库的密钥环比这台电脑见过的要旧：有人放回了旧副本。密码和人员可能是当时的。请告诉数据管理员。</translation>
    </message>
    <message>
        <source>The keyring of this office is not the one that this computer knows: somebody put another in its place. Do not go on; tell the data administrator.</source>
        <translation>这个档案库的密钥环不是这台电脑认识的那一个：有人换上了另一个。请不要继续，并告诉数据管理员。</translation>
    </message>
    <message>
        <source>The keyring was changed meanwhile. Try again.</source>
        <translation>密钥环在此期间被改动了。请再试一次。</translation>
    </message>
    <message>
        <source>A change of the office&apos;s key was not finished. Nothing is lost and everybody can work; a data administrator finishes it with: dossierctl office rekey</source>
        <translation>档案库密钥的更换尚未完成。没有数据丢失，大家可以照常工作；请数据管理员运行 dossierctl office rekey 完成更换。</translation>
    </message>
    <message>
        <source>Both copies of the office&apos;s keyring were gone or damaged. They were written anew from what this computer had kept. A password that a colleague has changed since may be the former one again; ask, and look after the folder.</source>
        <translation>档案库密钥环的两份副本都丢失或损坏了，已用本机保存的内容重新写入。同事此后更改的密码可能又变回原来的；请询问，并检查该文件夹。</translation>
    </message>
    <message>
        <source>Name, password or second secret is not right, or this person&apos;s access was taken away.</source>
        <translation>姓名、密码或第二秘密不正确，或此人的权限已被收回。</translation>
    </message>
</context>
<context>
    <name>core::OfficeCheck</name>
    <message>
        <source>This record is not what its last change made it: somebody edited it past the program.</source>
        <translation>这条档案与最后一次更改的结果不符：有人绕过本程序编辑过。</translation>
    </message>
    <message>
        <source>A record that has a history is not there any more.</source>
        <translation>有历史的一条档案已不存在。</translation>
    </message>
    <message>
        <source>This entry of the log is not there any more.</source>
        <translation>这条日志已不存在。</translation>
    </message>
    <message>
        <source>The history of this record says something else than when it was written.</source>
        <translation>此记录的历史与写入时不同。</translation>
    </message>
    <message>
        <source>A part of this record&apos;s history is not there any more.</source>
        <translation>此记录的一部分历史已不存在。</translation>
    </message>
    <message>
        <source>This is not what the log says: somebody changed it past the program.</source>
        <translation>与日志不符：有人绕过本程序修改了它。</translation>
    </message>
    <message>
        <source>Somebody had changed this past the program; entry %1 of the log set it right.</source>
        <translation>有人曾绕过本程序修改了它；日志第 %1 条已将其更正。</translation>
    </message>
    <message>
        <source>The log knows this, and it is not there any more.</source>
        <translation>日志中有它，但它已不存在。</translation>
    </message>
    <message>
        <source>The office has forgotten that it saved this; it could be saved twice.</source>
        <translation>档案库已不记得保存过这项内容，它可能被保存两次。</translation>
    </message>
    <message>
        <source>Other computers are not told of this change: the list of changes is not what it was.</source>
        <translation>其他电脑得不到这次更改的通知：更改列表与原来不符。</translation>
    </message>
    <message>
        <source>The numbers of the list of changes begin again too low.</source>
        <translation>更改列表的编号从过小的数字重新开始。</translation>
    </message>
    <message>
        <source>A confidential value of this record is not there any more.</source>
        <translation>这条记录的一项保密内容已不存在。</translation>
    </message>
    <message>
        <source>A confidential value of this record is not the one that was entered.</source>
        <translation>这条记录的一项保密内容不是当初录入的内容。</translation>
    </message>
    <message>
        <source>Who entered or changed this record is not what its history says: somebody edited it past the program.</source>
        <translation>这条记录的录入人或修改人与历史不符：有人绕过程序改动了它。</translation>
    </message>
</context>
<context>
    <name>core::OfficeKeyring</name>
    <message>
        <source>Both copies of the keyring are gone or damaged, and the one that could take their place is older than the office: its people have changed since. Look for a newer one on a colleague&apos;s computer or in a backup (dossierctl office repair-keyring).</source>
        <translation>密钥环的两份副本都丢失或损坏，而可替代的那份比档案库旧：人员此后有变动。请在同事的电脑或备份中寻找较新的（dossierctl office repair-keyring）。</translation>
    </message>
    <message>
        <source>Somebody else has put a keyring back meanwhile. Try again.</source>
        <translation>其间已有他人放回密钥环。请重试。</translation>
    </message>
</context>
<context>
    <name>core::OfficePast</name>
    <message>
        <source>The database of this office is not the one that this computer has worked in: entry %1 of its log is another one. It is open for reading only. Tell the data administrator, who can put the right file back, or accept this one (dossierctl office accept-older).</source>
        <translation>这个档案库的数据库不是这台电脑用过的那一个：它日志的第 %1 条不同。现在只能读取。请告知数据管理员，由其放回正确的文件，或接受这一个（dossierctl office accept-older）。</translation>
    </message>
    <message>
        <source>The database of this office is an older copy: its log ends at entry %1, and this computer has seen entry %2. What was saved since is not in it, and it is open for reading only. Tell the data administrator, who can put the newer file back, or accept this one (dossierctl office accept-older).</source>
        <translation>这个档案库的数据库是旧副本：它的日志止于第 %1 条，而这台电脑已见过第 %2 条。此后保存的内容不在其中，现在只能读取。请告知数据管理员，由其放回较新的文件，或接受这一个（dossierctl office accept-older）。</translation>
    </message>
    <message>
        <source>There is nothing to accept: the database is what this computer has seen last, or newer.</source>
        <translation>没有需要接受的：数据库就是这台电脑上次见到的那一个，或比它更新。</translation>
    </message>
    <message>
        <source>Only a data administrator can accept an older database.</source>
        <translation>只有数据管理员可以接受旧数据库。</translation>
    </message>
    <message>
        <source>It was written by another version of the program, and cannot be read before it is accepted.</source>
        <translation>它由另一版本的程序写成，接受之前无法读取。</translation>
    </message>
</context>
<context>
    <name>core::OfficePeople</name>
    <message>
        <source>The database names a user or a key that the keyring of this office does not know: %1. One of the two was changed by somebody who may not. Tell the data administrator.</source>
        <translation>数据库里有密钥环不认识的用户或密钥：%1。两者之一被无权的人改动过。请告诉数据管理员。</translation>
    </message>
</context>
<context>
    <name>core::OfficePlace</name>
    <message>
        <source>This folder does not exist, or cannot be reached.</source>
        <translation>此文件夹不存在，或无法访问。</translation>
    </message>
    <message>
        <source>This folder cannot be shared safely, so the office is not opened here: %1 Move it to another shared folder, or to this computer.</source>
        <translation>此文件夹不能安全共享，因此不在这里打开档案库：%1请把它移到另一个共享文件夹，或移到这台电脑上。</translation>
    </message>
    <message>
        <source>It could not be tested whether this folder can be shared safely: %1</source>
        <translation>无法测试此文件夹能否安全共享：%1</translation>
    </message>
    <message>
        <source>There is an office in this folder already.</source>
        <translation>此文件夹中已有一个档案库。</translation>
    </message>
    <message>
        <source>Several computers use this office, and this one has not tried with another whether they keep out of each other&apos;s way. Run on two at the same time: dossierctl --office &quot;%1&quot; office test-share --with-another-computer</source>
        <translation>有多台电脑使用此档案库，而这台电脑还没有与另一台一起测试过它们是否互不妨碍。请在两台电脑上同时运行：dossierctl --office &quot;%1&quot; office test-share --with-another-computer</translation>
    </message>
</context>
<context>
    <name>core::OfficeRepair</name>
    <message>
        <source>The copy of the keyring cannot be read.</source>
        <translation>无法读取密钥环的副本。</translation>
    </message>
    <message>
        <source>This keyring is not one of this office as this computer knows it: it began otherwise, or went another way. It is not put back.</source>
        <translation>此密钥环不是本机所知的这个档案库的：它的起点不同，或走了另一条路。不予放回。</translation>
    </message>
    <message>
        <source>This copy is older than the keyring that this computer knows. Look for a newer one; where there is none, say that you accept it: whoever came since loses access until you give a new password, and passwords are those of that time.</source>
        <translation>此副本比本机所知的密钥环旧。请寻找较新的；如果没有，请明确表示接受：此后加入的人在您设置新密码之前没有权限，密码是当时的密码。</translation>
    </message>
    <message>
        <source>Only a data administrator may put a keyring back.</source>
        <translation>只有数据管理员可以放回密钥环。</translation>
    </message>
</context>
<context>
    <name>core::Operation</name>
    <message>
        <source>Your rights in this office have changed since you logged in. Log in again.</source>
        <translation>登录之后您在本档案库的权限已改变，请重新登录。</translation>
    </message>
    <message>
        <source>Nothing was saved: the office is open for reading only, because its database is not what this computer has seen last.</source>
        <translation>没有保存任何内容：档案库以只读方式打开，因为它的数据库不是这台电脑上次见到的那一个。</translation>
    </message>
    <message>
        <source>The disk or the shared folder reported an error, and nothing was saved. Try again.</source>
        <translation>磁盘或共享文件夹报告了错误，没有保存任何内容。请重试。</translation>
    </message>
</context>
<context>
    <name>core::OwnKeys</name>
    <message>
        <source>The present password is not right.</source>
        <translation>当前密码不正确。</translation>
    </message>
    <message>
        <source>No computer of this name is enrolled for you.</source>
        <translation>没有为您登记这个名称的电脑。</translation>
    </message>
</context>
<context>
    <name>core::PasswordKey</name>
    <message>
        <source>The cost of the password hash must lie between %1 and %2 MiB.</source>
        <translation>密码运算的内存须在 %1 到 %2 MiB 之间。</translation>
    </message>
    <message>
        <source>This computer has not enough free memory to check the password. Close other programs and try again.</source>
        <translation>本机可用内存不足，无法验证密码。请关闭其他程序后再试。</translation>
    </message>
</context>
<context>
    <name>core::PasswordStrength</name>
    <message>
        <source>This password would be guessed soon. Take four or more words that do not belong together.</source>
        <translation>这个密码很快会被猜到。请用四个以上互不相关的词。</translation>
    </message>
</context>
<context>
    <name>core::Permissions</name>
    <message>
        <source>Your role does not allow this. Ask a manager or a data administrator to do it.</source>
        <translation>您的角色无权这样做，请联系经理或数据管理员。</translation>
    </message>
</context>
<context>
    <name>core::Policy</name>
    <message>
        <source>See the basics (name, contact, city, owner)</source>
        <translation>查看基本信息（名称、联系人、城市、负责人）</translation>
    </message>
    <message>
        <source>See phone numbers in whole</source>
        <translation>查看完整电话号码</translation>
    </message>
    <message>
        <source>See all ordinary fields and the history</source>
        <translation>查看全部普通字段和历史</translation>
    </message>
    <message>
        <source>Open sealed fields</source>
        <translation>打开密封字段</translation>
    </message>
    <message>
        <source>Enter clients</source>
        <translation>录入客户</translation>
    </message>
    <message>
        <source>Change free fields (tags, notes, website)</source>
        <translation>修改自由字段（标签、备注、网站）</translation>
    </message>
    <message>
        <source>Add activities</source>
        <translation>添加往来记录</translation>
    </message>
    <message>
        <source>Change contact details</source>
        <translation>修改联系方式</translation>
    </message>
    <message>
        <source>Change important fields (name, type, industry)</source>
        <translation>修改重要字段（名称、类型、行业）</translation>
    </message>
    <message>
        <source>Approve ordinary requests</source>
        <translation>审批普通申请</translation>
    </message>
    <message>
        <source>Approve important requests</source>
        <translation>审批重要申请</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Export clients</source>
        <translation>导出客户</translation>
    </message>
    <message>
        <source>Merge, and undo a merge</source>
        <translation>合并及撤销合并</translation>
    </message>
    <message>
        <source>Archive clients</source>
        <translation>归档客户</translation>
    </message>
    <message>
        <source>Move to the trash and back</source>
        <translation>移入回收站及恢复</translation>
    </message>
    <message>
        <source>Erase clients</source>
        <translation>彻底删除客户</translation>
    </message>
    <message>
        <source>People, rights, keys and backups</source>
        <translation>人员、权限、密钥和备份</translation>
    </message>
    <message>
        <source>Read the log</source>
        <translation>查看日志</translation>
    </message>
    <message>
        <source>Export the log</source>
        <translation>导出日志</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot reach further than &quot;%2&quot; does for the same role. Change the other one first.</source>
        <translation>对同一角色，“%1”的范围不能超过“%2”的范围。请先更改后者。</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>own</source>
        <translation>自己的</translation>
    </message>
    <message>
        <source>department</source>
        <translation>本部门</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1, on request</source>
        <translation>%1，须申请</translation>
    </message>
    <message>
        <source>%1; %2 on request</source>
        <translation>%1；%2须申请</translation>
    </message>
    <message>
        <source>Sealed fields open with a key that only data administrators hold; no table can give it to anybody else.</source>
        <translation>密封字段只能用数据管理员持有的密钥打开，任何权限表都不能把它交给别人。</translation>
    </message>
    <message>
        <source>Only data administrators can sign for people and keys, and somebody has to be able to.</source>
        <translation>只有数据管理员能为人员和密钥签名，而且必须有人能这样做。</translation>
    </message>
    <message>
        <source>Auditors look at what others do. Whoever changes records cannot be the one who checks it.</source>
        <translation>审计员负责检查他人的操作。修改记录的人不能同时是检查的人。</translation>
    </message>
    <message>
        <source>Somebody must be able to decide every request, else it would wait for ever. Nobody decides his own.</source>
        <translation>每项申请都必须有人能够审批，否则会一直等待。任何人都不能审批自己的申请。</translation>
    </message>
    <message>
        <source>This right cannot be limited in that way.</source>
        <translation>这项权限不能这样限定范围。</translation>
    </message>
    <message>
        <source>There is no request for this: it is allowed at once, or not.</source>
        <translation>这项操作没有申请流程：要么可以直接进行，要么不可以。</translation>
    </message>
    <message>
        <source>Nothing is erased without a second person: it can be asked for, never done at once.</source>
        <translation>彻底删除必须有第二人参与：可以申请，不能直接进行。</translation>
    </message>
    <message>
        <source>Nothing in this version of the program asks for this right; there is nothing to change.</source>
        <translation>本版本的程序还没有用到这项权限，无需更改。</translation>
    </message>
    <message>
        <source>Somebody else has changed the table first. Look at it again, then decide.</source>
        <translation>别人已先更改了权限表。请重新查看后再决定。</translation>
    </message>
</context>
<context>
    <name>core::PrintService</name>
    <message>
        <source>These are more than %1 clients: too many for paper. Choose fewer, or export them.</source>
        <translation>客户超过 %1 个，不适合打印。请减少选择，或改用导出。</translation>
    </message>
    <message>
        <source>There is no client here that you may print.</source>
        <translation>这里没有您可以打印的客户。</translation>
    </message>
    <message>
        <source>Say in a word what it is printed for: it stands in the log.</source>
        <translation>请简要说明打印用途，用途会记入日志。</translation>
    </message>
</context>
<context>
    <name>core::Progress</name>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>已停止，没有做任何更改。</translation>
    </message>
</context>
<context>
    <name>core::RecoveryCode</name>
    <message>
        <source>Line %1 of the recovery code is not right. Compare it with the sheet.</source>
        <translation>恢复码第 %1 行不正确，请与纸上核对。</translation>
    </message>
    <message>
        <source>A recovery code has %1 lines of %2 characters.</source>
        <translation>恢复码共 %1 行，每行 %2 个字符。</translation>
    </message>
</context>
<context>
    <name>core::RefusedLogins</name>
    <message>
        <source>Failed logins cannot be noted on this computer.</source>
        <translation>无法在这台电脑上记下登录失败。</translation>
    </message>
</context>
<context>
    <name>core::RejectFile</name>
    <message>
        <source>Some rows cannot be imported, and the file that lists them cannot be written beside the import file. Copy the import file into a folder of yours, then import it from there. Nothing was imported.</source>
        <translation>有些行无法导入，而列出它们的文件无法写在导入文件旁边。请把导入文件复制到您自己的文件夹再导入。没有导入任何内容。</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>core::ReportService</name>
    <message>
        <source>Counting clients</source>
        <translation>正在统计客户</translation>
    </message>
</context>
<context>
    <name>core::Request</name>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Ordinary</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>重要</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Partly approved</source>
        <translation>部分批准</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Outdated</source>
        <translation>已过时</translation>
    </message>
    <message>
        <source>Undo of a merge</source>
        <translation>撤销合并</translation>
    </message>
    <message>
        <source>Into the trash</source>
        <translation>移入回收站</translation>
    </message>
    <message>
        <source>Out of the trash</source>
        <translation>移出回收站</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>core::RequestService</name>
    <message>
        <source>The record has changed since this was asked for. Nothing was applied; the request went back as outdated.</source>
        <translation>提交申请后记录已被修改。没有应用任何内容；申请已作为过时退回。</translation>
    </message>
    <message>
        <source>A field was named that this request does not ask for.</source>
        <translation>指定的字段不在这项申请中。</translation>
    </message>
    <message>
        <source>There is no request with this number.</source>
        <translation>没有这个编号的申请。</translation>
    </message>
    <message>
        <source>This request is no longer open: it has been decided, withdrawn or sent back.</source>
        <translation>这项申请已结束：已审批、已撤回或已退回。</translation>
    </message>
    <message>
        <source>Say in a comment why the request is rejected.</source>
        <translation>请说明退回的原因。</translation>
    </message>
    <message>
        <source>Nobody decides his own request. Somebody else who may decide it has to.</source>
        <translation>任何人都不能审批自己的申请，须由其他有权的人审批。</translation>
    </message>
    <message>
        <source>The new owner is no longer an active user of this office. Reject the request.</source>
        <translation>新的负责人已不是本档案库的有效用户，请退回申请。</translation>
    </message>
    <message>
        <source>Only the person who asked can withdraw a request.</source>
        <translation>只有申请人可以撤回申请。</translation>
    </message>
    <message>
        <source>A merge, or its undo, is approved or rejected as a whole.</source>
        <translation>合并或撤销合并只能整体批准或整体驳回。</translation>
    </message>
</context>
<context>
    <name>core::RequestSignatures</name>
    <message>
        <source>Its entry in the log is missing.</source>
        <translation>日志中缺少它的条目。</translation>
    </message>
    <message>
        <source>Somebody else signed it than the request says.</source>
        <translation>签名人与申请上所写的不符。</translation>
    </message>
    <message>
        <source>The request was changed after it was signed.</source>
        <translation>申请在签名之后被改动。</translation>
    </message>
    <message>
        <source>It was approved by the person who asked for it.</source>
        <translation>审批人就是申请人。</translation>
    </message>
</context>
<context>
    <name>core::RequestStore</name>
    <message>
        <source>This request has been decided already.</source>
        <translation>这项申请已经审批过。</translation>
    </message>
    <message>
        <source>The key of this client is missing from the office. Check the office, or restore a backup.</source>
        <translation>档案库中缺少这位客户的密钥。请检查档案库，或恢复备份。</translation>
    </message>
</context>
<context>
    <name>core::Role</name>
    <message>
        <source>Sales</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Customer service</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>经理</translation>
    </message>
    <message>
        <source>Data administrator</source>
        <translation>数据管理员</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>审计</translation>
    </message>
</context>
<context>
    <name>core::RuleLabels</name>
    <message>
        <source>missing</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>not one of the choices</source>
        <translation>不在可选项内</translation>
    </message>
    <message>
        <source>looks like a company</source>
        <translation>像是公司名称</translation>
    </message>
    <message>
        <source>area code missing</source>
        <translation>缺少区号</translation>
    </message>
    <message>
        <source>not a phone number</source>
        <translation>不是电话号码</translation>
    </message>
    <message>
        <source>number range not in use</source>
        <translation>号段未启用</translation>
    </message>
    <message>
        <source>not an e-mail address</source>
        <translation>不是邮箱地址</translation>
    </message>
    <message>
        <source>not a web address</source>
        <translation>不是网址</translation>
    </message>
    <message>
        <source>an ID or card number, left out</source>
        <translation>身份证号或卡号，未保存</translation>
    </message>
    <message>
        <source>cut by a spreadsheet</source>
        <translation>被表格软件截断</translation>
    </message>
    <message>
        <source>check character does not fit</source>
        <translation>校验字符不符</translation>
    </message>
    <message>
        <source>check digit does not fit</source>
        <translation>校验位不符</translation>
    </message>
    <message>
        <source>wrong length</source>
        <translation>长度不对</translation>
    </message>
    <message>
        <source>a person has none</source>
        <translation>个人没有此代码</translation>
    </message>
    <message>
        <source>wrong form</source>
        <translation>格式不对</translation>
    </message>
    <message>
        <source>of another province</source>
        <translation>属于别的省份</translation>
    </message>
    <message>
        <source>place not known</source>
        <translation>地名无法识别</translation>
    </message>
    <message>
        <source>not in the list</source>
        <translation>不在列表中</translation>
    </message>
    <message>
        <source>not a date</source>
        <translation>不是日期</translation>
    </message>
    <message>
        <source>in the future</source>
        <translation>在将来</translation>
    </message>
    <message>
        <source>tag too long</source>
        <translation>标签过长</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>过长</translation>
    </message>
    <message>
        <source>day or month first? Kept as written</source>
        <translation>日和月哪个在前？按原样保留</translation>
    </message>
    <message>
        <source>an ID or card number, sealed</source>
        <translation>身份证号或卡号，已加密保存</translation>
    </message>
    <message>
        <source>not a resident ID number</source>
        <translation>不是居民身份证号</translation>
    </message>
</context>
<context>
    <name>core::SampleOffice</name>
    <message>
        <source>Sample company</source>
        <translation>示例公司</translation>
    </message>
    <message>
        <source>Making clients</source>
        <translation>正在生成客户</translation>
    </message>
</context>
<context>
    <name>core::SavedViews</name>
    <message>
        <source>This view is not there any more.</source>
        <translation>该视图已不存在。</translation>
    </message>
    <message>
        <source>Give the view a name of at most 60 characters.</source>
        <translation>请给视图起一个不超过 60 个字符的名称。</translation>
    </message>
    <message>
        <source>A view keeps no confidential value. Take it out of the filter, then save the view.</source>
        <translation>视图不能保存涉密内容。请先从筛选条件中去掉，再保存视图。</translation>
    </message>
    <message>
        <source>This filter is too long for a view.</source>
        <translation>筛选条件过长，无法保存为视图。</translation>
    </message>
    <message>
        <source>Somebody else has changed this view first. Look at it again, then decide.</source>
        <translation>他人已先修改了该视图。请重新查看后再决定。</translation>
    </message>
    <message>
        <source>There is a view of this name already. Choose another name.</source>
        <translation>已有同名视图，请换一个名称。</translation>
    </message>
</context>
<context>
    <name>core::Seal</name>
    <message>
        <source>An encrypted value cannot be opened: it was changed, or belongs elsewhere.</source>
        <translation>无法打开加密内容：已被改动，或不属于这里。</translation>
    </message>
</context>
<context>
    <name>core::SealedService</name>
    <message>
        <source>This client has no such confidential value.</source>
        <translation>这位客户没有这项保密内容。</translation>
    </message>
    <message>
        <source>This confidential value was entered for another record: somebody changed this one past the program.</source>
        <translation>这项保密内容是为另一条记录录入的：有人绕过程序改动了这条记录。</translation>
    </message>
    <message>
        <source>There is no client with this id.</source>
        <translation>没有这个编号的客户。</translation>
    </message>
    <message>
        <source>A consent is for &quot;identity&quot;, &quot;payment&quot; or &quot;custom:NAME&quot;.</source>
        <translation>同意的用途只能是 identity、payment 或 custom:名称。</translation>
    </message>
    <message>
        <source>Say where the client&apos;s consent is kept: a signed form, a mail.</source>
        <translation>请写明客户的同意存放在哪里：签字的表格或邮件。</translation>
    </message>
    <message>
        <source>There is no consent for this that stands.</source>
        <translation>此用途没有有效的同意。</translation>
    </message>
    <message>
        <source>Name the own field that is confidential.</source>
        <translation>请写明要保密的自定义字段。</translation>
    </message>
</context>
<context>
    <name>core::SealedStore</name>
    <message>
        <source>This confidential value was destroyed.</source>
        <translation>这项保密内容已被销毁。</translation>
    </message>
    <message>
        <source>This is the mark of a confidential value of another record. Type the value itself.</source>
        <translation>这是另一条记录的保密标记，请直接输入内容本身。</translation>
    </message>
</context>
<context>
    <name>core::SealedValue</name>
    <message>
        <source>This confidential value is not the one that was entered: somebody changed it past the program.</source>
        <translation>这项保密内容不是当初录入的内容：有人绕过程序改动了它。</translation>
    </message>
    <message>
        <source>Confidential values are opened by data administrators only.</source>
        <translation>只有数据管理员可以查看保密内容。</translation>
    </message>
    <message>
        <source>This office has no key for confidential values yet. It gets one when a data administrator opens it next.</source>
        <translation>这个档案库还没有保密内容的密钥；下次数据管理员打开时会自动生成。</translation>
    </message>
    <message>
        <source>A confidential value has at most 4,096 characters.</source>
        <translation>一项保密内容最多 4096 个字符。</translation>
    </message>
</context>
<context>
    <name>core::SearchIndex</name>
    <message>
        <source>The program is incomplete.</source>
        <translation>程序不完整。</translation>
    </message>
    <message>
        <source>Preparing search</source>
        <translation>正在准备搜索</translation>
    </message>
</context>
<context>
    <name>core::SqlError</name>
    <message>
        <source>A colleague is saving at the moment. Try again in a moment.</source>
        <translation>同事正在保存，请稍后再试。</translation>
    </message>
    <message>
        <source>The shared folder does not answer. Try again when the network is back.</source>
        <translation>共享文件夹没有响应，网络恢复后请再试。</translation>
    </message>
    <message>
        <source>The database did not accept a command. This is a defect of the program; its log says more.</source>
        <translation>数据库没有接受命令。这是程序的缺陷，详情见程序日志。</translation>
    </message>
    <message>
        <source>There is not enough memory. Close other programs and try again.</source>
        <translation>内存不足，请关闭其他程序后再试。</translation>
    </message>
    <message>
        <source>Such an entry exists already.</source>
        <translation>这样的条目已经存在。</translation>
    </message>
    <message>
        <source>Something that belongs to this entry is not there any more, or still needs it.</source>
        <translation>与此条目相关的内容已不存在，或仍需要它。</translation>
    </message>
    <message>
        <source>A save was interrupted, and you may only read this file: a colleague who may write must open it once.</source>
        <translation>一次保存被中断，而您只有读取权限：须由有写入权限的同事打开一次。</translation>
    </message>
    <message>
        <source>You may only read this file, not change it.</source>
        <translation>您只能读取此文件，不能修改。</translation>
    </message>
    <message>
        <source>The key does not fit this file.</source>
        <translation>密钥与此文件不符。</translation>
    </message>
    <message>
        <source>The file is damaged. Check the office, or restore a backup.</source>
        <translation>文件已损坏。请检查档案库，或恢复备份。</translation>
    </message>
    <message>
        <source>The disk is full, nothing was saved. Make room and try again.</source>
        <translation>磁盘已满，没有保存。请腾出空间后再试。</translation>
    </message>
    <message>
        <source>The file could not be opened. Check its folder and your rights to it.</source>
        <translation>无法打开文件，请检查文件夹和您的权限。</translation>
    </message>
    <message>
        <source>You have no right to use this file.</source>
        <translation>您无权使用此文件。</translation>
    </message>
    <message>
        <source>A value is too long to be stored.</source>
        <translation>值太长，无法保存。</translation>
    </message>
    <message>
        <source>The folder of the office was moved or renamed while it was open, and nothing was saved. Put it back, or open the office in its new place.</source>
        <translation>档案库的文件夹在打开期间被移动或改名，未能保存任何内容。请把它放回原处，或在新的位置打开档案库。</translation>
    </message>
    <message>
        <source>The connection to the file was lost, and nothing was saved. Try again; where it happens again and again, this folder cannot be shared safely.</source>
        <translation>与文件的连接已断开，没有保存任何内容。请重试；如果反复出现，说明此文件夹不能安全共享。</translation>
    </message>
    <message>
        <source>The file could not be read. Check the disk or the shared folder, then try again.</source>
        <translation>无法读取文件。请检查磁盘或共享文件夹，然后重试。</translation>
    </message>
    <message>
        <source>The disk or the shared folder reported an error, and nothing was saved. Try again.</source>
        <translation>磁盘或共享文件夹报告了错误，没有保存任何内容。请重试。</translation>
    </message>
</context>
<context>
    <name>core::StagedImports</name>
    <message>
        <source>This file is too large to wait for approval: at most %1 MB are kept. Split it, or have it imported by somebody who may do so at once.</source>
        <translation>文件太大，无法留待审批：最多保留 %1 MB。请拆分文件，或请有权直接导入的人来导入。</translation>
    </message>
    <message>
        <source>No row of this file can become a client. Nothing was asked for.</source>
        <translation>文件中没有一行可以成为客户，未提交申请。</translation>
    </message>
    <message>
        <source>An import that waits for approval is a request as a whole: choose create, skip or update for its duplicates.</source>
        <translation>待审批的导入本身就是一项申请：重复行请选择 create、skip 或 update。</translation>
    </message>
    <message>
        <source>No column of this file names the client. Say which one does (COLUMN=name). Nothing was asked for.</source>
        <translation>文件中没有一列是客户名称。请指明是哪一列（COLUMN=name）。未提交申请。</translation>
    </message>
    <message>
        <source>You are the only user of this office: nobody else could approve it. Import the file at once.</source>
        <translation>您是本档案库唯一的用户，没有其他人可以审批。请直接导入。</translation>
    </message>
    <message>
        <source>This file is not kept any more: the request about it has been decided.</source>
        <translation>该文件已不再保留：相关申请已经处理。</translation>
    </message>
    <message>
        <source>This file is not the one that was given: somebody changed it past the program. Reject the request.</source>
        <translation>该文件与提交时不一致：有人绕过程序改动了它。请驳回该申请。</translation>
    </message>
    <message>
        <source>The person who gave this file is no longer an active user of this office. Reject the request.</source>
        <translation>提交该文件的人已不是本档案库的有效用户。请驳回该申请。</translation>
    </message>
</context>
<context>
    <name>core::Statement</name>
    <message>
        <source>A number is too large to be stored.</source>
        <translation>数字太大，无法保存。</translation>
    </message>
</context>
<context>
    <name>core::TableLayout</name>
    <message>
        <source>Column %1</source>
        <translation>第 %1 列</translation>
    </message>
</context>
<context>
    <name>core::TextDecoding</name>
    <message>
        <source>This is not a text file. Save the table as CSV in the program it comes from, then try again.</source>
        <translation>这不是文本文件。请在原来的程序中将表格另存为 CSV，然后再试。</translation>
    </message>
    <message>
        <source>The text could not be encoded.</source>
        <translation>文字无法编码。</translation>
    </message>
    <message>
        <source>This is an Excel file, which this version cannot read. Save it as CSV in Excel, then import that file.</source>
        <translation>这是 Excel 文件，本版本不能读取。请在 Excel 中另存为 CSV，再导入该文件。</translation>
    </message>
    <message>
        <source>These are address cards (vCard), which this version cannot read. Export them as CSV instead.</source>
        <translation>这是通讯录名片（vCard），本版本不能读取。请改为导出 CSV。</translation>
    </message>
    <message>
        <source>This encoding is not known: %1. Known are for example %2.</source>
        <translation>不认识这种编码：%1。例如可以用：%2。</translation>
    </message>
</context>
<context>
    <name>core::Transaction</name>
    <message>
        <source>It is not known whether the change was saved. Open the office again; what was not saved can then be saved once more.</source>
        <translation>不确定修改是否已保存。请重新打开档案库；没有保存的可以再保存一次。</translation>
    </message>
</context>
<context>
    <name>core::Trash</name>
    <message>
        <source>There is no client with this id.</source>
        <translation>没有这个编号的客户。</translation>
    </message>
    <message>
        <source>This record was merged into another one. Undo that merge first, or name the record that stayed.</source>
        <translation>该记录已合并到另一条记录。请先撤销合并，或指明保留的那条记录。</translation>
    </message>
    <message>
        <source>This client is not in the trash.</source>
        <translation>该客户不在回收站中。</translation>
    </message>
    <message>
        <source>This client is in the trash already.</source>
        <translation>该客户已在回收站中。</translation>
    </message>
    <message>
        <source>Only an active client can be put into the trash.</source>
        <translation>只有在用的客户才能移入回收站。</translation>
    </message>
    <message>
        <source>The record was put into the trash.</source>
        <translation>该记录已移入回收站。</translation>
    </message>
    <message>
        <source>Say why the record goes into the trash; its history keeps it.</source>
        <translation>请说明移入回收站的原因，原因会保存在历史中。</translation>
    </message>
</context>
<context>
    <name>core::UnfinishedImports</name>
    <message>
        <source>There is no import with this number.</source>
        <translation>没有这个编号的导入。</translation>
    </message>
    <message>
        <source>This import saved something less than two minutes ago and may still be running at another computer. Wait a little, and try again.</source>
        <translation>这次导入在两分钟内还保存过数据，可能仍在另一台电脑上运行。请稍等片刻再试。</translation>
    </message>
    <message>
        <source>The file cannot be read again.</source>
        <translation>无法再次读取该文件。</translation>
    </message>
</context>
<context>
    <name>core::UnmergePlan</name>
    <message>
        <source>This field was not edited since the merge; there is nothing to place.</source>
        <translation>这个字段在合并以后没有修改过，不需要归属。</translation>
    </message>
    <message>
        <source>An edit can be placed with the record that stayed or with one that comes back.</source>
        <translation>一处修改只能归到保留的记录，或归到恢复的记录。</translation>
    </message>
    <message>
        <source>An edit has to stay with one of the records.</source>
        <translation>一处修改至少要归到一条记录。</translation>
    </message>
</context>
<context>
    <name>core::UnusualAccess</name>
    <message numerus="yes">
        <source>opened %n clients of other people in one day</source>
        <translation>
            <numerusform>一天内打开了 %n 个他人的客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>opened records %n times at night or on a day off</source>
        <translation>
            <numerusform>夜间或休息日打开记录 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exported %n clients in one day</source>
        <translation>
            <numerusform>一天内导出了 %n 个客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>failed to log in %n times</source>
        <translation>
            <numerusform>登录失败 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changed %n records in one hour</source>
        <translation>
            <numerusform>一小时内修改了 %n 条记录</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>core::Updates</name>
    <message>
        <source>The notice of new versions is not as it must be: %1.</source>
        <translation>新版本通知的格式不对：%1。</translation>
    </message>
    <message>
        <source>The notice of new versions cannot be read.</source>
        <translation>无法读取新版本通知。</translation>
    </message>
    <message>
        <source>Write the path of a file, or a web address that begins with https://.</source>
        <translation>请填写文件路径，或以 https:// 开头的网址。</translation>
    </message>
    <message>
        <source>This build of the program reads no web address; the notice can lie on the share.</source>
        <translation>本程序的这一构建不能读取网址，可以把通知文件放在共享文件夹中。</translation>
    </message>
    <message>
        <source>There is no notice of new versions at this place.</source>
        <translation>此位置没有新版本通知。</translation>
    </message>
</context>
<context>
    <name>core::UserService</name>
    <message>
        <source>A user needs a name of at most 64 characters.</source>
        <translation>用户姓名不能为空，最多 64 个字符。</translation>
    </message>
    <message>
        <source>A password cannot be empty.</source>
        <translation>密码不能为空。</translation>
    </message>
    <message>
        <source>There is no user of this name.</source>
        <translation>没有这个姓名的用户。</translation>
    </message>
    <message>
        <source>This is the last data administrator. Make somebody else one first.</source>
        <translation>这是最后一位数据管理员，请先指定另一位。</translation>
    </message>
    <message>
        <source>There is a user of this name already, perhaps one whose access was taken away.</source>
        <translation>已有同名用户，可能是权限已被取消的用户。</translation>
    </message>
    <message>
        <source>Somebody else changed the users meanwhile. Try again.</source>
        <translation>其他人在此期间改动了用户。请再试一次。</translation>
    </message>
    <message>
        <source>This person logs in with a second secret (a key file or an enrolled computer), which a password set by you cannot keep. Give a new key file, or say that the password alone opens the office.</source>
        <translation>此人用第二秘密（密钥文件或已登记的电脑）登录，由您设置的密码无法保留它。请给出新的密钥文件，或说明仅凭密码打开档案库。</translation>
    </message>
    <message>
        <source>Your second secret was changed after you logged in. Log in anew, then change the password.</source>
        <translation>您登录后第二秘密已更改。请重新登录，再更改密码。</translation>
    </message>
</context>
<context>
    <name>core::Volume</name>
    <message>
        <source>This folder is kept in step by %1, which copies files while they are being written: the office would be damaged. Choose a folder outside of it; an office that lies here can be moved there as a whole.</source>
        <translation>此文件夹由 %1 同步，它会在文件写入过程中复制文件，档案库会因此损坏。请选择同步范围之外的文件夹；已在此处的档案库可以整个移过去。</translation>
    </message>
    <message>
        <source>This folder is reached over WebDAV, where colleagues who save at the same time overwrite each other. Use a shared folder of Windows or of a NAS (SMB), or a folder on this computer.</source>
        <translation>此文件夹通过 WebDAV 连接，同事同时保存时会互相覆盖。请使用 Windows 或 NAS 的共享文件夹（SMB），或这台电脑上的文件夹。</translation>
    </message>
    <message>
        <source>This kind of connection to other computers (%1) does not tell them what is being written, so that colleagues would overwrite each other. Connect the shared folder as a network drive (SMB), or use a folder on this computer.</source>
        <translation>这种与其他电脑的连接方式（%1）不会告知对方正在写入什么，同事会互相覆盖。请把共享文件夹连接为网络驱动器（SMB），或使用这台电脑上的文件夹。</translation>
    </message>
    <message>
        <source>This drive is formatted as FAT, which can lose whole files when it is unplugged or the power fails. Use this computer&apos;s own disk, or a drive formatted as NTFS, APFS or ext4.</source>
        <translation>此磁盘为 FAT 格式，拔出或断电时可能丢失整个文件。请使用这台电脑自己的硬盘，或格式为 NTFS、APFS、ext4 的磁盘。</translation>
    </message>
    <message>
        <source>This shared folder is connected with the option &quot;%1&quot;, with which computers do not notice what others write: work would be lost. Ask whoever looks after your computers to connect it without that option.</source>
        <translation>此共享文件夹连接时使用了选项“%1”，电脑之间察觉不到彼此写入的内容，会丢失工作成果。请让管理电脑的人去掉该选项重新连接。</translation>
    </message>
    <message>
        <source>This drive is for reading only. Copy the office to a folder where you may write, or have the drive connected for writing.</source>
        <translation>此磁盘只能读取。请把档案库复制到可以写入的文件夹，或让人把磁盘改为可写入。</translation>
    </message>
    <message>
        <source>This kind of network folder (%1) was not tried with this program. Where you can, use a shared folder of Windows or of a NAS (SMB).</source>
        <translation>本程序没有在这种网络文件夹（%1）上试用过。如有可能，请使用 Windows 或 NAS 的共享文件夹（SMB）。</translation>
    </message>
    <message>
        <source>It cannot be found out how this folder is connected. If it is shared with other computers, ask whoever looks after them whether it is an ordinary shared folder (SMB).</source>
        <translation>无法查明此文件夹是怎样连接的。如果它与其他电脑共享，请问管理电脑的人它是否为普通的共享文件夹（SMB）。</translation>
    </message>
</context>
<context>
    <name>core::Words</name>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>活跃</translation>
    </message>
    <message>
        <source>Potential</source>
        <translation>潜在</translation>
    </message>
    <message>
        <source>Dormant</source>
        <translation>休眠</translation>
    </message>
    <message>
        <source>The client</source>
        <translation>客户本人</translation>
    </message>
    <message>
        <source>A visit</source>
        <translation>走访</translation>
    </message>
    <message>
        <source>A third party</source>
        <translation>第三方</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>在回收站中</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>在用</translation>
    </message>
</context>
<context>
    <name>core::WorkingDays</name>
    <message>
        <source>Line %1 of the calendar is not a date, «off» or «work», and a name, separated by tabs.</source>
        <translation>日历第 %1 行应为日期、«off» 或 «work» 和名称，以制表符分隔。</translation>
    </message>
    <message>
        <source>The table of holidays is missing from the program.</source>
        <translation>程序中缺少节假日表。</translation>
    </message>
</context>
<context>
    <name>ctl::Audit</name>
    <message numerus="yes">
        <source>%n entries checked.</source>
        <translation>
            <numerusform>已检查 %n 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry %1 of the log: %2</source>
        <translation>日志第 %1 条：%2</translation>
    </message>
    <message>
        <source>A date is written as 2026-11-24.</source>
        <translation>日期请写成 2026-11-24 这样。</translation>
    </message>
    <message>
        <source>Nothing unusual.</source>
        <translation>没有异常。</translation>
    </message>
    <message>
        <source>A setting is written as NAME=NUMBER, like night_from=22.</source>
        <translation>设置请写成“名称=数字”，例如 night_from=22。</translation>
    </message>
    <message numerus="yes">
        <source>%n details removed.</source>
        <translation>
            <numerusform>已清除 %n 条详情。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ctl::Batch</name>
    <message>
        <source>The file with the commands cannot be read.</source>
        <translation>无法读取命令文件。</translation>
    </message>
</context>
<context>
    <name>ctl::Client</name>
    <message>
        <source>--set takes FIELD=VALUE.</source>
        <translation>--set 的格式为 字段=值。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is set by the program.</source>
        <translation>字段“%1”由程序设置。</translation>
    </message>
    <message>
        <source>%1 by %2 waits for the same field</source>
        <translation>%2 的申请 %1 也在等待修改这个字段</translation>
    </message>
</context>
<context>
    <name>ctl::Clock</name>
    <message>
        <source>Give the time as 2026-03-02T09:00:00 or 2026-03-02.</source>
        <translation>时间请写成 2026-03-02T09:00:00 或 2026-03-02。</translation>
    </message>
</context>
<context>
    <name>ctl::CommandLine</name>
    <message>
        <source>A batch cannot hold a batch.</source>
        <translation>批处理中不能再有批处理。</translation>
    </message>
    <message>
        <source>Not understood here: %1.</source>
        <translation>无法识别：%1。</translation>
    </message>
    <message>
        <source>Say which command you want.</source>
        <translation>请说明要执行哪个命令。</translation>
    </message>
    <message>
        <source>Something is missing: %1.</source>
        <translation>缺少：%1。</translation>
    </message>
    <message>
        <source>This value cannot stand there: %1.</source>
        <translation>取值不允许：%1。</translation>
    </message>
    <message>
        <source>Called in a wrong way: %1.</source>
        <translation>调用方式有误：%1。</translation>
    </message>
    <message>
        <source>--help shows how it is called.</source>
        <translation>用 --help 查看用法。</translation>
    </message>
    <message>
        <source>There is a word too many, or one that is no command. Values with blanks stand in quotes.</source>
        <translation>多了一个词，或者有一个词不是命令。含空格的值要放在引号里。</translation>
    </message>
    <message>
        <source>Built without zxcvbn: passwords are judged by their length alone.</source>
        <translation>本程序构建时未包含 zxcvbn：密码强度只按长度估计。</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation>没有命令“%1”。</translation>
    </message>
</context>
<context>
    <name>ctl::Consent</name>
    <message>
        <source>stands</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>nobody has said where it is kept</source>
        <translation>未写明存放在哪里</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) sealed</source>
        <translation>
            <numerusform>已加密 %n 项内容</numerusform>
        </translation>
    </message>
    <message>
        <source>No record has this field yet. What is entered in it from now on is sealed.</source>
        <translation>目前没有记录使用这个字段；今后在其中录入的内容会加密保存。</translation>
    </message>
</context>
<context>
    <name>ctl::Context</name>
    <message>
        <source>Name the office folder with --office, or in DOSSIER_OFFICE.</source>
        <translation>请用 --office 或 DOSSIER_OFFICE 指定档案库文件夹。</translation>
    </message>
    <message>
        <source>The password file cannot be read.</source>
        <translation>无法读取密码文件。</translation>
    </message>
    <message>
        <source>Say who you are with --user, or in DOSSIER_USER.</source>
        <translation>请用 --user 或 DOSSIER_USER 说明您是谁。</translation>
    </message>
    <message>
        <source>Name a file with your password with --password-file, or in DOSSIER_PASSWORD_FILE.</source>
        <translation>请用 --password-file 或 DOSSIER_PASSWORD_FILE 指定密码文件。</translation>
    </message>
    <message>
        <source>a colleague is saving…</source>
        <translation>有同事正在保存……</translation>
    </message>
</context>
<context>
    <name>ctl::Duplicates</name>
    <message>
        <source>%1 records, %2 pairs, %3 groups</source>
        <translation>%1 条记录，%2 对，%3 组</translation>
    </message>
    <message>
        <source>Remembered.</source>
        <translation>已记住。</translation>
    </message>
    <message>
        <source>--map takes COLUMN=FIELD.</source>
        <translation>--map 的写法是 列名=字段。</translation>
    </message>
    <message>
        <source>Forgotten.</source>
        <translation>已撤销判定。</translation>
    </message>
</context>
<context>
    <name>ctl::Export</name>
    <message>
        <source>This version writes CSV only; spreadsheets open it as it is.</source>
        <translation>本版本只能写 CSV，电子表格可直接打开。</translation>
    </message>
    <message numerus="yes">
        <source>%n rows written.</source>
        <translation>
            <numerusform>已写入 %n 行。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ctl::Help</name>
    <message>
        <source>Checks the whole log: chain, hashes and signatures</source>
        <translation>检查整个日志：链、哈希和签名</translation>
    </message>
    <message>
        <source>Enters a new client</source>
        <translation>录入新客户</translation>
    </message>
    <message>
        <source>A field and its value; as often as needed</source>
        <translation>字段及其值，可多次给出</translation>
    </message>
    <message>
        <source>Store although it may be a duplicate</source>
        <translation>即使可能重复也保存</translation>
    </message>
    <message>
        <source>Why; goes into the history</source>
        <translation>原因，写入历史记录</translation>
    </message>
    <message>
        <source>One record; the look is logged</source>
        <translation>显示一条记录；查看会记入日志</translation>
    </message>
    <message>
        <source>The client id; of a merged record, the one that stayed is meant</source>
        <translation>客户编号；已合并的记录指保留下来的那一条</translation>
    </message>
    <message>
        <source>Sealed fields too, for the role that may</source>
        <translation>也显示密封字段（限有权限的角色）</translation>
    </message>
    <message>
        <source>Changes fields; what needs approval becomes a request</source>
        <translation>更改字段；需要审批的成为申请</translation>
    </message>
    <message>
        <source>A field and its new value (empty: cleared); as often as needed</source>
        <translation>字段及其新值（空值表示清除），可多次给出</translation>
    </message>
    <message>
        <source>Every value it had, newest first</source>
        <translation>曾有过的每个值，最新的在前</translation>
    </message>
    <message>
        <source>Sets the time of a practice office; it stands still until set again</source>
        <translation>设定练习档案库的时间；再次设定之前时间停住</translation>
    </message>
    <message>
        <source>ISO 8601; without offset in the office&apos;s time zone</source>
        <translation>ISO 8601 格式；不带时差时按档案库的时区</translation>
    </message>
    <message>
        <source>Makes, checks and opens offices</source>
        <translation>创建、检查和打开档案库</translation>
    </message>
    <message>
        <source>Who may open the office, and with which role</source>
        <translation>谁可以打开档案库，以什么角色</translation>
    </message>
    <message>
        <source>Enters, shows, finds and changes clients</source>
        <translation>录入、显示、查找和更改客户</translation>
    </message>
    <message>
        <source>Finds records of one and the same client</source>
        <translation>查找同一客户的重复记录</translation>
    </message>
    <message>
        <source>What waits for approval</source>
        <translation>等待审批的事项</translation>
    </message>
    <message>
        <source>The log and its signatures</source>
        <translation>日志及其签名</translation>
    </message>
    <message>
        <source>The time of a practice office</source>
        <translation>练习档案库的时间</translation>
    </message>
    <message>
        <source>Client records of a small office, for scripts and people</source>
        <translation>小型办公室的客户档案，供脚本和人使用</translation>
    </message>
    <message>
        <source>The office is a folder; name it once in DOSSIER_OFFICE, who acts in DOSSIER_USER, and a file whose first line is the password in DOSSIER_PASSWORD_FILE, then every command is short. The password never stands on the command line itself.

With --json the result is one document on standard output; of a failure, too. COMMAND --help explains a command.</source>
        <translation>档案库就是一个文件夹；在 DOSSIER_OFFICE 中写明它，在 DOSSIER_USER 中写明操作者，在 DOSSIER_PASSWORD_FILE 中写明首行为密码的文件，此后每条命令都很短。密码本身绝不出现在命令行上。

使用 --json 时，结果是标准输出上的一个 JSON 文档，失败时也一样。“命令 --help”解释一条命令。</translation>
    </message>
    <message>
        <source>Runs many commands with one login</source>
        <translation>一次登录，运行多条命令</translation>
    </message>
    <message>
        <source>One command per line, quoted as a POSIX shell would, without the global options. Every line is answered as it comes by one line of JSON: {&quot;line&quot;: N, &quot;exit&quot;: CODE, &quot;result&quot;: {…}} or &quot;error&quot;. The batch itself exits 0 when every line was answered; look at the exit of each line.</source>
        <translation>每行一条命令，引号规则同 POSIX shell，不带全局选项。每行依次得到一行 JSON 回答：{&quot;line&quot;: N, &quot;exit&quot;: CODE, &quot;result&quot;: {…}} 或 &quot;error&quot;。每行都得到回答时批处理本身的退出码为 0；请看各行的 exit。</translation>
    </message>
    <message>
        <source>The file with the commands; - is standard input</source>
        <translation>写有命令的文件；- 表示标准输入</translation>
    </message>
    <message>
        <source>Help of this command</source>
        <translation>本命令的帮助</translation>
    </message>
    <message>
        <source>Help of every command below this one</source>
        <translation>其下所有命令的帮助</translation>
    </message>
    <message>
        <source>The version of the program</source>
        <translation>程序的版本</translation>
    </message>
    <message>
        <source>The office folder (also DOSSIER_OFFICE)</source>
        <translation>档案库文件夹（也可用 DOSSIER_OFFICE）</translation>
    </message>
    <message>
        <source>Who acts (also DOSSIER_USER)</source>
        <translation>操作者（也可用 DOSSIER_USER）</translation>
    </message>
    <message>
        <source>First line is the password; - reads standard input (also DOSSIER_PASSWORD_FILE)</source>
        <translation>首行为密码的文件；- 读取标准输入（也可用 DOSSIER_PASSWORD_FILE）</translation>
    </message>
    <message>
        <source>Second secret, where the user has one</source>
        <translation>第二密钥（用户设有时）</translation>
    </message>
    <message>
        <source>Of messages, labels and help; else the system&apos;s</source>
        <translation>消息、标签和帮助的语言；未给出时用系统语言</translation>
    </message>
    <message>
        <source>One JSON document on standard output, nothing else there</source>
        <translation>标准输出上只有一个 JSON 文档</translation>
    </message>
    <message>
        <source>No progress on standard error</source>
        <translation>标准错误上不显示进度</translation>
    </message>
    <message>
        <source>Writes the manual page (roff)</source>
        <translation>写出手册页（roff）</translation>
    </message>
    <message>
        <source>Writes the script that completes commands</source>
        <translation>写出命令补全脚本</translation>
    </message>
    <message>
        <source>Whose script</source>
        <translation>哪种 shell 的脚本</translation>
    </message>
    <message>
        <source>Looks through the whole office</source>
        <translation>检查整个档案库</translation>
    </message>
    <message>
        <source>All pairs from this score on (0 to 1)</source>
        <translation>达到此分数（0 到 1）的所有配对</translation>
    </message>
    <message>
        <source>CSV: id_a,id_b,score</source>
        <translation>CSV：id_a,id_b,score</translation>
    </message>
    <message>
        <source>The same engine over any CSV file; needs no office</source>
        <translation>用同一算法检查任意 CSV 文件；不需要档案库</translation>
    </message>
    <message>
        <source>The CSV file</source>
        <translation>CSV 文件</translation>
    </message>
    <message>
        <source>The column that names a record</source>
        <translation>标明记录的列</translation>
    </message>
    <message>
        <source>A column&apos;s field; else proposed from header and contents</source>
        <translation>某列对应的字段；未给出时按表头和内容推测</translation>
    </message>
    <message>
        <source>CSV: id,cluster; every record in it</source>
        <translation>CSV：id,cluster，含每条记录</translation>
    </message>
    <message>
        <source>Two records are one client, or are not: remembered</source>
        <translation>记住两条记录是否为同一客户</translation>
    </message>
    <message>
        <source>One client id</source>
        <translation>一个客户编号</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>另一个客户编号</translation>
    </message>
    <message>
        <source>What they are</source>
        <translation>两者的关系</translation>
    </message>
    <message>
        <source>Writes what you may see into a CSV file</source>
        <translation>把您可以看到的内容写入 CSV 文件</translation>
    </message>
    <message>
        <source>The file to write</source>
        <translation>要写入的文件</translation>
    </message>
    <message>
        <source>This version writes csv</source>
        <translation>本版本写 csv</translation>
    </message>
    <message>
        <source>Field names, separated by commas; all where none are named</source>
        <translation>字段名，以逗号分隔；未给出时为全部</translation>
    </message>
    <message>
        <source>As for client list</source>
        <translation>同 client list</translation>
    </message>
    <message>
        <source>utf-8-bom suits spreadsheets; else it is read wrong by some</source>
        <translation>utf-8-bom 适合电子表格，否则有的会读错</translation>
    </message>
    <message>
        <source>Column titles for people (labels) or for programs (names)</source>
        <translation>列标题供人看（labels）或供程序用（names）</translation>
    </message>
    <message>
        <source>Goes into the log</source>
        <translation>写入日志</translation>
    </message>
    <message>
        <source> (required)</source>
        <translation>（必填）</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>命令：</translation>
    </message>
    <message>
        <source>Example:</source>
        <translation>示例：</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>示例：</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>用法：</translation>
    </message>
    <message>
        <source>Arguments:</source>
        <translation>参数：</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>选项：</translation>
    </message>
    <message>
        <source>Exit codes:</source>
        <translation>退出码：</translation>
    </message>
    <message>
        <source>dossierctl --help names the options of every command (--office, --user, --json …).</source>
        <translation>所有命令通用的选项（--office、--user、--json 等）见 dossierctl --help。</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>完成。</translation>
    </message>
    <message>
        <source>Refused or failed: one sentence on standard error says why, and nothing is half done.</source>
        <translation>被拒绝或失败：标准错误上有一句话说明原因，没有只做了一半的事。</translation>
    </message>
    <message>
        <source>Called in a wrong way.</source>
        <translation>用法错误。</translation>
    </message>
    <message>
        <source>Wrong user, password or second secret; or a person without access.</source>
        <translation>用户、密码或第二密钥错误，或此人没有访问权限。</translation>
    </message>
    <message>
        <source>This person may not do that.</source>
        <translation>此人无权这样做。</translation>
    </message>
    <message>
        <source>The office is busy or out of reach; trying again later is safe.</source>
        <translation>档案库忙或无法访问；稍后重试是安全的。</translation>
    </message>
    <message>
        <source>Damage or tampering was found.</source>
        <translation>发现损坏或篡改。</translation>
    </message>
    <message>
        <source>Somebody else changed the record first.</source>
        <translation>别人先更改了这条记录。</translation>
    </message>
    <message>
        <source>Brings a CSV file in; `import undo BATCH` takes an import back</source>
        <translation>导入 CSV 文件；`import undo BATCH` 撤回一次导入</translation>
    </message>
    <message>
        <source>A column&apos;s field; COLUMN= leaves it out; COLUMN=custom or =custom:NAME keeps it</source>
        <translation>列对应的字段；“列=”表示不导入；“列=custom”或“列=custom:名称”保留为自定义字段</translation>
    </message>
    <message>
        <source>JSON file with the columns&apos; fields</source>
        <translation>写有各列对应字段的 JSON 文件</translation>
    </message>
    <message>
        <source>Columns no field was found for become own fields</source>
        <translation>没有对应字段的列保留为自定义字段</translation>
    </message>
    <message>
        <source>Not as in the last import with this header line</source>
        <translation>不沿用上次相同标题行的对应关系</translation>
    </message>
    <message>
        <source>Its encoding, where the program finds a wrong one</source>
        <translation>文件编码（程序识别有误时）</translation>
    </message>
    <message>
        <source>What becomes of a row whose client is there: create, skip, update or request</source>
        <translation>客户已在库中的行如何处理：create、skip、update 或 request</translation>
    </message>
    <message>
        <source>Says what would happen; stores nothing</source>
        <translation>只说明将会发生什么，不保存</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>SYNOPSIS</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>DESCRIPTION</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>COMMANDS</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>EXIT STATUS</source>
        <translation>退出码</translation>
    </message>
    <message>
        <source>ENVIRONMENT</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>Stand for --office, --user and --password-file where these are not given.</source>
        <translation>未给出 --office、--user、--password-file 时使用。</translation>
    </message>
    <message>
        <source>Gives the clients of one person to another</source>
        <translation>把一人的客户移交给另一人</translation>
    </message>
    <message>
        <source>All of them, archived ones too, or those that --filter names. A manager gives away clients of the own department, a data administrator everybody&apos;s. It is one use case: done wholly or not at all, one entry in the log, and each client&apos;s history has the old and the new owner. To give them back, reassign again.</source>
        <translation>移交全部客户（包括已归档的），或 --filter 指定的客户。主管可移交本部门的客户，数据管理员可移交所有人的。整体一次完成：要么全部完成，要么什么都不做；日志记一条，每个客户的历史都有新旧负责人。要还回去，再移交一次即可。</translation>
    </message>
    <message>
        <source>Whose clients; also without access by now</source>
        <translation>谁的客户；此人可以已无访问权限</translation>
    </message>
    <message>
        <source>Who looks after them from now on</source>
        <translation>今后的负责人</translation>
    </message>
    <message>
        <source>Only these, as for client list</source>
        <translation>只限这些，写法同 client list</translation>
    </message>
    <message>
        <source>Puts tags on many clients, or takes them off</source>
        <translation>给许多客户添加或去掉标签</translation>
    </message>
    <message>
        <source>Every client of the filter that you may change; not_allowed counts the others. One use case: one entry in the log, a history entry per client.</source>
        <translation>筛选条件中您可以更改的每个客户；not_allowed 是其余的数目。整体一次完成：日志记一条，每个客户的历史各记一条。</translation>
    </message>
    <message>
        <source>Which clients, as for client list</source>
        <translation>哪些客户，写法同 client list</translation>
    </message>
    <message>
        <source>A tag to put on; as often as needed</source>
        <translation>要添加的标签，可多次给出</translation>
    </message>
    <message>
        <source>A tag to take off; as often as needed</source>
        <translation>要去掉的标签，可多次给出</translation>
    </message>
    <message>
        <source>Makes 2 to 20 records one; all that hangs on them moves along</source>
        <translation>把 2 到 20 条记录合并为一条；与之相关的一切随之移动</translation>
    </message>
    <message>
        <source>The record that stays, then the others</source>
        <translation>先写保留的记录，再写其他记录</translation>
    </message>
    <message>
        <source>A field and the record whose value it takes</source>
        <translation>字段，以及取哪条记录的值</translation>
    </message>
    <message>
        <source>Takes a merge back, on any later day</source>
        <translation>撤回合并，以后任何一天都可以</translation>
    </message>
    <message>
        <source>Its number, as M-3</source>
        <translation>合并编号，如 M-3</translation>
    </message>
    <message>
        <source>Makes a new encrypted office in the folder of --office</source>
        <translation>在 --office 的文件夹中创建加密的新档案库</translation>
    </message>
    <message>
        <source>The password in --password-file becomes the first user&apos;s. The recovery code is written once and never again: who has it can open the office when every password is lost, so print the file, put the sheet away and delete the file. Without passwords and code the data is lost.</source>
        <translation>--password-file 中的密码成为首位用户的密码。恢复码只写出一次：所有密码都丢失时，持有它的人可以打开档案库，因此请打印该文件，收好纸张，然后删除文件。密码和恢复码都丢失，数据就丢失了。</translation>
    </message>
    <message>
        <source>Name of the office</source>
        <translation>档案库的名称</translation>
    </message>
    <message>
        <source>Its first user, a data administrator</source>
        <translation>首位用户，即数据管理员</translation>
    </message>
    <message>
        <source>Where the recovery code goes; - is standard error</source>
        <translation>恢复码写到哪里；- 表示标准错误</translation>
    </message>
    <message>
        <source>Memory of the password hash in MiB (64 to 2048)</source>
        <translation>密码哈希使用的内存，单位 MiB（64 到 2048）</translation>
    </message>
    <message>
        <source>For practice: its clock can be set</source>
        <translation>供练习用：可以设定时间</translation>
    </message>
    <message>
        <source>Name, counts and schema of the office</source>
        <translation>档案库的名称、数目和结构版本</translation>
    </message>
    <message>
        <source>Checks pages, structure, keys between tables, log and row hashes</source>
        <translation>检查页面、结构、表间关系、日志和行哈希</translation>
    </message>
    <message>
        <source>Exit 0: everything is as it was written. Exit 6: the list names each place where it is not.</source>
        <translation>退出码 0：一切如写入时。退出码 6：列表指出每一处不符。</translation>
    </message>
    <message>
        <source>Attachments and backups too</source>
        <translation>也检查附件和备份</translation>
    </message>
    <message>
        <source>The raw key, to open the data with any SQLCipher tool (logged)</source>
        <translation>原始密钥，可用任何 SQLCipher 工具打开数据（记入日志）</translation>
    </message>
    <message>
        <source>Opens the office with the recovery code and sets a new password</source>
        <translation>用恢复码打开档案库并设置新密码</translation>
    </message>
    <message>
        <source>The file with the code</source>
        <translation>写有恢复码的文件</translation>
    </message>
    <message>
        <source>First line is the new password</source>
        <translation>首行为新密码的文件</translation>
    </message>
    <message>
        <source>Clients by filter, page by page</source>
        <translation>按条件逐页列出客户</translation>
    </message>
    <message>
        <source>A filter compares fields: city=苏州市, name~wang (contains), phone= (empty), activity!=dormant, updated_at&lt;2026-01-01; joined by and, or and brackets. Beside the fields there are tag=VIP and, with yes or no: stale, incomplete, pending, possible_duplicate. Archived clients are shown where the filter names a status.

A page ends with `next`; give it to --after for the page behind it, with the same filter and order.</source>
        <translation>筛选条件比较字段：city=苏州市、name~wang（包含）、phone=（为空）、activity!=dormant、updated_at&lt;2026-01-01；用 and、or 和括号连接。除字段外还有 tag=VIP，以及取 yes 或 no 的 stale、incomplete、pending、possible_duplicate。条件中写明 status 时才显示已归档的客户。

每页以 next 结束；在条件和顺序不变时把它交给 --after，即得下一页。</translation>
    </message>
    <message>
        <source>Which clients; all active ones without it</source>
        <translation>哪些客户；未给出时为全部有效客户</translation>
    </message>
    <message>
        <source>A field; -FIELD for descending</source>
        <translation>字段；-字段 表示降序</translation>
    </message>
    <message>
        <source>Rows of a page</source>
        <translation>每页行数</translation>
    </message>
    <message>
        <source>The `next` that the page before gave</source>
        <translation>上一页给出的 next</translation>
    </message>
    <message>
        <source>Names, pinyin, initials, part of a phone, e-mail, company, id</source>
        <translation>按名称、拼音、首字母、电话片段、电子邮件、公司或编号查找</translation>
    </message>
    <message>
        <source>What you know of the client</source>
        <translation>您所知道的客户信息</translation>
    </message>
    <message>
        <source>How many at most</source>
        <translation>最多多少条</translation>
    </message>
    <message>
        <source>What waits for approval, and what became of it</source>
        <translation>等待审批的申请及其结果</translation>
    </message>
    <message>
        <source>open, overdue, approved, partly, rejected, withdrawn, outdated or all</source>
        <translation>open、overdue、approved、partly、rejected、withdrawn、outdated 或 all</translation>
    </message>
    <message>
        <source>What I asked for</source>
        <translation>我提出的</translation>
    </message>
    <message>
        <source>What I may decide</source>
        <translation>我可以决定的</translation>
    </message>
    <message>
        <source>Old and new value of each field, reason, signatures</source>
        <translation>各字段的新旧值、原因和签名</translation>
    </message>
    <message>
        <source>Number of the request, as R-12</source>
        <translation>申请编号，如 R-12</translation>
    </message>
    <message>
        <source>Approves requests, whole or some fields</source>
        <translation>批准申请，全部或部分字段</translation>
    </message>
    <message>
        <source>Numbers of requests, as R-12</source>
        <translation>申请编号，如 R-12，可写多个</translation>
    </message>
    <message>
        <source>Only these; the others are rejected</source>
        <translation>只批准这些字段，其余驳回</translation>
    </message>
    <message>
        <source>A word for the person who asked</source>
        <translation>给申请人的话</translation>
    </message>
    <message>
        <source>Rejects requests, with a word why</source>
        <translation>驳回申请并说明原因</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>驳回的原因</translation>
    </message>
    <message>
        <source>Takes one&apos;s own request back</source>
        <translation>撤回自己的申请</translation>
    </message>
    <message>
        <source>Makes a practice office with a made-up company in the folder of --office</source>
        <translation>在 --office 的文件夹中创建带虚构公司的练习档案库</translation>
    </message>
    <message>
        <source>How many clients</source>
        <translation>客户数目</translation>
    </message>
    <message>
        <source>The same number makes the same company</source>
        <translation>相同的数字产生相同的公司</translation>
    </message>
    <message>
        <source>Password of every user; else dossier-sample</source>
        <translation>所有用户的密码文件；未给出时为 dossier-sample</translation>
    </message>
    <message>
        <source>Adds a person with a role and a password of their own</source>
        <translation>添加一个人，有自己的角色和密码</translation>
    </message>
    <message>
        <source>The person&apos;s name</source>
        <translation>此人的名字</translation>
    </message>
    <message>
        <source>sales, service, manager, data_admin or auditor</source>
        <translation>sales、service、manager、data_admin 或 auditor</translation>
    </message>
    <message>
        <source>Made where it does not exist</source>
        <translation>部门；不存在时新建</translation>
    </message>
    <message>
        <source>First line is the password</source>
        <translation>首行为密码的文件</translation>
    </message>
    <message>
        <source>Everybody who may open the office</source>
        <translation>可以打开档案库的所有人</translation>
    </message>
    <message>
        <source>Takes a person&apos;s access away</source>
        <translation>取消一个人的访问权限</translation>
    </message>
    <message>
        <source>Gives a person another role</source>
        <translation>给一个人另一个角色</translation>
    </message>
    <message>
        <source>One&apos;s own password, or anybody&apos;s by a data administrator</source>
        <translation>更改自己的密码；数据管理员可更改任何人的</translation>
    </message>
    <message>
        <source>A field and a value that none of them has</source>
        <translation>字段，以及哪条记录都没有的值</translation>
    </message>
    <message>
        <source>Only shows the plan: each field&apos;s value, where they differ first</source>
        <translation>只显示方案：每个字段的值，不一致的排在前面</translation>
    </message>
    <message>
        <source>Asks for the same values again, on the record as it is now</source>
        <translation>按记录现在的样子，再次申请同样的值</translation>
    </message>
    <message>
        <source>For one&apos;s own request that was rejected, withdrawn or sent back, or that waits although the record has changed in what it asks for.</source>
        <translation>用于自己的申请：已被驳回、撤回或退回的，或者还在等待、而记录里所申请的内容已经变化的。</translation>
    </message>
    <message>
        <source>What was edited since the merge stays with the record that stayed; --place gives it to a record that comes back, or to both, where both are named. Merges made since stay as they are. Whoever may not decide it asks for it.</source>
        <translation>合并以后的修改归保留的记录；用 --place 可以归到恢复的记录，两个都写出则两边都有。之后的其他合并保持不变。无权决定的人提出申请。</translation>
    </message>
    <message>
        <source>A field that was edited since, and whose edit it is; several ids with commas</source>
        <translation>合并以后修改过的字段，以及修改归哪条记录；多个编号用逗号分开</translation>
    </message>
    <message>
        <source>Only says what was edited since, and where it would stay</source>
        <translation>只说明合并以后修改了什么，会归到哪里</translation>
    </message>
    <message>
        <source>Applies a merge again that was taken back</source>
        <translation>把撤销过的合并重新做一次</translation>
    </message>
    <message>
        <source>Where nobody edited a field since, it becomes what it was before the merge was taken back; else by the choice made then. The merge gets a new number.</source>
        <translation>撤销以后没有人修改过的字段，恢复为撤销前的值；修改过的按当时的选择。合并会有新的编号。</translation>
    </message>
    <message>
        <source>Gives the file for approval instead of importing it</source>
        <translation>提交文件待审批，不直接导入</translation>
    </message>
    <message>
        <source>Why it shall come in; for who decides</source>
        <translation>导入的原因，供审批人参考</translation>
    </message>
    <message>
        <source>Puts records entered by mistake into the trash</source>
        <translation>把误录的记录移入回收站</translation>
    </message>
    <message>
        <source>A record in the trash is in no list, search, export or search for duplicates, and no import matches it; its id still shows it, and its history says who put it there and why. Nothing of it is lost: client restore brings it back. Open requests about it go back as outdated. Managers and data administrators do it at once; for everybody else it becomes a request. All of the records go, or none.</source>
        <translation>回收站中的记录不出现在任何列表、搜索、导出或查重中，导入也不会与之匹配；用编号仍可查看，历史中写明是谁、因何移入。内容毫无损失：client restore 可恢复。与其有关的未决申请作为过期退回。经理和数据管理员可直接执行，其他人则成为申请。所列记录要么全部移入，要么都不移入。</translation>
    </message>
    <message>
        <source>Ids of the clients</source>
        <translation>客户编号</translation>
    </message>
    <message>
        <source>Takes records out of the trash again</source>
        <translation>把记录从回收站中恢复</translation>
    </message>
    <message>
        <source>The answer names the fields that were changed at once and the requests that wait for somebody to approve. With --if-version a program says which version it had read: what others changed since in other fields stays, and a field that both changed is refused with exit 7, nothing stored; --json then lists under conflicts each such field with base, mine and theirs (null: not for this user to see).</source>
        <translation>答复列出已直接修改的字段，以及等待别人批准的申请。程序用 --if-version 说明它读到的是哪个版本：别人此后在其他字段所做的修改会保留；双方都修改过的字段将被拒绝，退出码为 7，不存入任何内容；此时 --json 在 conflicts 中列出每个这样的字段及其 base（原值）、mine（您的值）和 theirs（对方的值）（null：该用户无权查看）。</translation>
    </message>
    <message>
        <source>The version that was read; refuse (exit 7) a field changed since</source>
        <translation>所读到的版本；此后已被别人修改的字段将被拒绝（退出码 7）</translation>
    </message>
    <message>
        <source>Encoding, columns and their fields are found in the file; --dry-run says what was found and what would happen. Every row comes in, or stands in the reject file beside the source with the reason: correct it there and import that file. A value that breaks a rule comes in marked. What you may not decide becomes a request. With --stage, and for roles that do not import, the whole file becomes one: it is tried out and kept, without ID and card numbers, until somebody else approves or rejects it. In a shared folder an import is saved in slices, so that colleagues can go on saving; one that broke off stands as unfinished in `import list`: give the same file again with --resume, or take it back.</source>
        <translation>编码、各列及其对应字段从文件中自动识别；--dry-run 说明识别结果和将会发生什么。每一行要么导入，要么连同原因写入源文件旁的退回文件：在那里改正后导入该文件即可。违反规则的值带标记导入。您无权决定的内容变为申请。使用 --stage 时，以及对不能导入的角色，整个文件变为一份申请：先试运行，去掉身份证号和卡号后保存，直到他人批准或驳回。在共享文件夹中，导入分段保存，同事可以在其间继续保存；中断的导入在 `import list` 中显示为未完成：用 --resume 再次给出同一文件继续，或将其撤销。</translation>
    </message>
    <message>
        <source>The file; or: undo BATCH; or: list</source>
        <translation>文件；或：undo BATCH；或：list</translation>
    </message>
    <message>
        <source>Goes on with an unfinished import of this file</source>
        <translation>继续此文件未完成的导入</translation>
    </message>
    <message>
        <source>Tests whether an office can lie in the folder of --office safely</source>
        <translation>测试 --office 的文件夹能否安全存放档案库</translation>
    </message>
    <message>
        <source>Accepts an older database that was put back as the office (logged)</source>
        <translation>接受被放回的旧数据库作为档案库（记入日志）</translation>
    </message>
    <message>
        <source>A database that is not what this computer has seen last opens for reading only. A data administrator who wants it says so here; what was saved after it is not in it. Other computers take it over by the entry in its log.</source>
        <translation>如果数据库不是这台电脑上次见到的那一个，就只能以只读方式打开。数据管理员若要采用它，在此声明；此后保存过的内容不在其中。其他电脑凭它日志中的这条记录一同采用。</translation>
    </message>
    <message>
        <source>Changes the key of the whole office (logged)</source>
        <translation>更换整个档案库的密钥（记入日志）</translation>
    </message>
    <message>
        <source>For when somebody has left who may have copied the old key: first user disable, then this. Nobody&apos;s password is needed and nobody gets a new one. The database is written anew, about 40 MB in a second on a local disk; meanwhile everybody else waits, so announce it. Broken off at any moment, nothing is lost: run it again. What was copied before stays readable to who copied it. Exit 5: somebody is in the office for too long.</source>
        <translation>用于有人离开、可能带走旧密钥时：先运行 user disable，再运行本命令。不需要任何人的密码，也没有人会得到新密码。数据库会重新写入，本地磁盘上每秒约 40 MB；其间其他人都要等待，请事先通知。任何时刻中断都不会丢失数据，再运行一次即可。此前被复制走的内容，复制者仍可读取。退出码 5：有人占用档案库过久。</translation>
    </message>
    <message>
        <source>Needs no login, and the folder need not be an office yet. Looks at the kind of drive, then tries with two programs and a small file of their own whether locks work and what one saves is what the other reads. Exit 1: not safe, and why. Some connections keep locks to one computer, which only a second one sees: start it with --with-another-computer on two at the same time, each with its own path to the same folder. They find each other in the folder, try the same against each other, and both say how it went. Exit 5: nobody came, or the other went away; nothing is known then. Ctrl+C stops it and leaves nothing behind.</source>
        <translation>无需登录，文件夹也不必已是档案库。先看是哪种磁盘，再用两个程序和一个自建的小文件，试锁定是否有效、一方保存的内容另一方读到的是否一致。退出码 1：不安全，并说明原因。有些连接方式的锁只在一台电脑内有效，只有第二台电脑才能看出来：请在两台电脑上同时加 --with-another-computer 启动，各自使用通往同一文件夹的路径。它们会在文件夹中找到彼此，互相做同样的测试，并且都报告结果。退出码 5：没有电脑来，或对方中途离开；此时一无所知。按 Ctrl+C 可停止，不会留下任何文件。</translation>
    </message>
    <message>
        <source>Waits for a second computer that starts this too, and tests with it</source>
        <translation>等待另一台也启动此命令的电脑，并与它一起测试</translation>
    </message>
    <message>
        <source>How long to wait for the other computer, in seconds (300)</source>
        <translation>等待另一台电脑多久，以秒计（300）</translation>
    </message>
    <message>
        <source>Values are checked and written the office&apos;s way: &quot;138 0013 8000&quot; becomes +8613800138000. Exit 1 with findings: a value breaks a rule. Exit 1 with duplicates: the office may have this client; --force stores it all the same, but never passes over a rule. Fields: type (company, person), name, contact, phone, email, province, city, district, street, postcode, industry, activity (active, potential, dormant), owner, source (client, visit, third_party), credit_code, website, tags (separated by ;), notes; id_number and bank_account, which are sealed: only data administrators can open them, and the client must have agreed.</source>
        <translation>内容会经过校验并统一写法：“138 0013 8000”会存为 +8613800138000。退出码 1 并附 findings：有内容不符合规则。退出码 1 并附 duplicates：可能已有这位客户；加 --force 仍然保存，但规则一律不能跳过。字段：type（company、person）、name、contact、phone、email、province、city、district、street、postcode、industry、activity（active、potential、dormant）、owner、source（client、visit、third_party）、credit_code、website、tags（用 ; 分隔）、notes；以及加密保存的 id_number 和 bank_account：只有数据管理员能查看，并须经客户同意。</translation>
    </message>
    <message>
        <source>Where the client&apos;s consent to the id_number or bank_account is kept; without it whoever enters it vouches for it</source>
        <translation>客户对 id_number 或 bank_account 的同意存放在哪里；不写则由录入人担保已获同意</translation>
    </message>
    <message>
        <source>identity (id_number), payment (bank_account), or custom:NAME</source>
        <translation>identity（id_number）、payment（bank_account）或 custom:名称</translation>
    </message>
    <message>
        <source>Records that the client agreed to a confidential value</source>
        <translation>登记客户对一项保密内容的同意</translation>
    </message>
    <message>
        <source>Where the client&apos;s word is kept</source>
        <translation>客户的同意存放在哪里</translation>
    </message>
    <message>
        <source>What the client agreed to</source>
        <translation>客户同意过什么</translation>
    </message>
    <message>
        <source>The client agrees no more: the value is destroyed for good</source>
        <translation>客户撤回同意：内容将被永久销毁</translation>
    </message>
    <message>
        <source>Makes one of the office&apos;s own fields confidential, with what stands in it; what the history says of it stays readable</source>
        <translation>把一个自定义字段设为保密，已有内容一并加密；历史记录中原有的内容仍可读</translation>
    </message>
    <message>
        <source>The own field&apos;s name, as in the records</source>
        <translation>自定义字段的名称，与记录中一致</translation>
    </message>
    <message>
        <source>What each role may do in this office</source>
        <translation>本档案库各角色的权限</translation>
    </message>
    <message>
        <source>A star marks what is not as it ships. `--markdown` prints the table that ships, and needs no office.</source>
        <translation>星号表示与默认不同。`--markdown` 输出默认的权限表，不需要档案库。</translation>
    </message>
    <message>
        <source>The table that ships, for documentation</source>
        <translation>默认的权限表，供文档使用</translation>
    </message>
    <message>
        <source>Changes what a role may do, under log</source>
        <translation>更改某角色的权限，记入日志</translation>
    </message>
    <message>
        <source>It holds at once, for people who are logged in, too. Some limits stay whatever the table says: sealed fields and keys are the data administrators&apos;, nobody decides his own request, auditors change nothing, nothing is erased without a second person.</source>
        <translation>立即生效，对已登录的人也一样。有些限制不受此表影响：密封字段和密钥属于数据管理员，任何人都不能审批自己的申请，审计员不修改任何内容，彻底删除必须有第二人参与。</translation>
    </message>
    <message>
        <source>What is allowed; `policy list` has the names</source>
        <translation>权限名称；用 `policy list` 查看</translation>
    </message>
    <message>
        <source>Of whose records, at once: none, own, department or all</source>
        <translation>可直接处理谁的记录：none、own、department 或 all</translation>
    </message>
    <message>
        <source>Of whose records it can be asked for</source>
        <translation>可申请处理谁的记录</translation>
    </message>
    <message>
        <source>Sets what a role may do, or all of it, back</source>
        <translation>把某项权限或全部权限恢复默认</translation>
    </message>
    <message>
        <source>Without it: everything</source>
        <translation>省略则为全部</translation>
    </message>
    <message>
        <source>Puts a person into another department, or into none</source>
        <translation>把人员调入另一部门，或不属于任何部门</translation>
    </message>
    <message>
        <source>Whose department a record is follows its owner: the person&apos;s clients go along. Whoever is logged in has to log in again.</source>
        <translation>记录属于哪个部门由其负责人决定：该人员的客户随之调动。已登录的人需要重新登录。</translation>
    </message>
    <message>
        <source>Made where it does not exist; empty: none</source>
        <translation>不存在时会新建；留空表示无部门</translation>
    </message>
    <message>
        <source>A passphrase by chance, as the window offers it</source>
        <translation>随机口令，与窗口中推荐的相同</translation>
    </message>
    <message>
        <source>How much memory trying one password takes (logged)</source>
        <translation>尝试一个密码需要多少内存（记入日志）</translation>
    </message>
    <message>
        <source>The more, the dearer it is to guess passwords with a copy of the keyring, and the longer each login takes (256 MiB: about 0.7 s). Every computer of the office must have that much free memory. Data administrators only.</source>
        <translation>越多，用密钥环副本猜测密码的代价越高，每次登录也越久（256 MiB：约 0.7 秒）。档案库的每台电脑都须有这么多空闲内存。仅限数据管理员。</translation>
    </message>
    <message>
        <source>In MiB, 64 to 2048</source>
        <translation>单位 MiB，64 到 2048</translation>
    </message>
    <message>
        <source>Makes another recovery code; the old one ends (logged)</source>
        <translation>生成新的恢复码，旧码失效（记入日志）</translation>
    </message>
    <message>
        <source>For when the sheet was lost or seen. The code is written once and never again. Copies of the keyring in old backups still open with the old code.</source>
        <translation>用于纸张丢失或被人看到的情况。恢复码只写出一次。旧备份中的密钥环副本仍可用旧码打开。</translation>
    </message>
    <message>
        <source>Puts a copy of the keyring from a backup in place (logged)</source>
        <translation>放回备份中的密钥环副本（记入日志）</translation>
    </message>
    <message>
        <source>One damaged copy of the keyring is mended from the other at the next login, and both from what a computer has kept, without this command. Here a data administrator of the file logs in with the password of its time. Exit 6: it is none of this office as this computer knows it. An older one is taken with --accept-older only: roles and ends of access are kept as the office has them, whoever came since loses access until a new password is given, and passwords are those of that time.</source>
        <translation>一份副本损坏时，下次登录会用另一份修复；两份都损坏时用电脑保存的内容修复，都不需要此命令。这里由该文件中的数据管理员用当时的密码登录。退出码 6：它不是本机所知的这个档案库的。较旧的副本只有加 --accept-older 才采用：角色和权限的收回以档案库为准，此后加入的人在设置新密码之前没有权限，密码是当时的密码。</translation>
    </message>
    <message>
        <source>keyring.a or keyring.b of a backup</source>
        <translation>备份中的 keyring.a 或 keyring.b</translation>
    </message>
    <message>
        <source>It may be older than what is known</source>
        <translation>可以比已知的旧</translation>
    </message>
    <message>
        <source>Makes this computer the second secret of your own login</source>
        <translation>把本机作为您自己登录的第二秘密</translation>
    </message>
    <message>
        <source>A random secret in the keystore of this computer (Secret Service, Keychain, DPAPI) becomes part of the key: who learns the password opens nothing elsewhere. A login finds it by itself. It does not protect against somebody who uses your account on this computer. The password alone no longer opens the office, unless --also-without is given; a key file stays.</source>
        <translation>本机密钥库（Secret Service、钥匙串、DPAPI）中的随机秘密成为密钥的一部分：知道密码的人在别处什么也打不开。登录时自动查找。它不能防范在本机使用您账户的人。除非给出 --also-without，仅凭密码不再能打开档案库；密钥文件保持有效。</translation>
    </message>
    <message>
        <source>The password alone still opens the office: no protection any more</source>
        <translation>仅凭密码仍可打开档案库：不再有保护作用</translation>
    </message>
    <message>
        <source>Takes an enrolled computer out of your own login</source>
        <translation>从您自己的登录中移除已登记的电脑</translation>
    </message>
    <message>
        <source>Another one, by name (see user list)</source>
        <translation>另一台，按名称（见 user list）</translation>
    </message>
    <message>
        <source>A second secret: any file, or a new one that is made</source>
        <translation>第二秘密：任意文件，或新生成的文件</translation>
    </message>
    <message>
        <source>The clients of that person stay theirs until `client reassign` gives them to somebody else; the log keeps what they did. `user set-password` gives the access back. Who had access may have copied the office&apos;s key; --rekey, or `office rekey` later, makes that copy useless for what is saved from then on.</source>
        <translation>该人的客户在 `client reassign` 移交之前仍归其名下；日志保留其操作。`user set-password` 可恢复权限。曾有权限的人可能复制过档案库的密钥；--rekey 或之后的 `office rekey` 使该副本对此后保存的内容无用。</translation>
    </message>
    <message>
        <source>Changes the office&apos;s key at once; everybody else waits</source>
        <translation>立即更换档案库的密钥；其他人需等待</translation>
    </message>
    <message>
        <source>A key file is a second secret: without it the password opens nothing. A FILE that exists is taken as it is (1 byte to 1 MiB, any kind), one that does not is made; keep it on a stick, and a copy in a safe. Whoever changes the own password keeps the second secret of this login, but other computers have to be enrolled anew. For somebody else who has a second secret, one of --new-key-file and --no-key-file is needed.</source>
        <translation>密钥文件是第二秘密：没有它，密码什么也打不开。已存在的 FILE 按原样使用（1 字节到 1 MiB，任何类型），不存在的会生成；请存放在U盘上，并在安全处另存一份。更改自己的密码会保留本次登录的第二秘密，但其他电脑需重新登记。对有第二秘密的他人，须给出 --new-key-file 或 --no-key-file 之一。</translation>
    </message>
    <message>
        <source>The password alone opens the office</source>
        <translation>仅凭密码打开档案库</translation>
    </message>
    <message>
        <source>Writes the log, as far as you may see it, into a CSV file</source>
        <translation>把您可以查看的日志写入 CSV 文件</translation>
    </message>
    <message>
        <source>The first day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>The last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Whose actions</source>
        <translation>谁的操作</translation>
    </message>
    <message>
        <source>About which client</source>
        <translation>关于哪个客户</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>做了什么</translation>
    </message>
    <message>
        <source>Who looked at a record, newest first</source>
        <translation>谁看过一条记录，最近的在前</translation>
    </message>
    <message>
        <source>The client&apos;s id</source>
        <translation>客户编号</translation>
    </message>
    <message>
        <source>What somebody should look at: many looks, at night, mass export</source>
        <translation>值得留意的情况：大量查看、夜间查看、大量导出</translation>
    </message>
    <message>
        <source>How far back to look</source>
        <translation>往前查看多少天</translation>
    </message>
    <message>
        <source>From when on something is unusual, and how long details are kept</source>
        <translation>超过多少算异常，以及详情保留多久</translation>
    </message>
    <message>
        <source>A setting and its number; as often as needed</source>
        <translation>设置及其数字，可重复使用</translation>
    </message>
    <message>
        <source>Removes details of the log that are kept no longer; the entries stay</source>
        <translation>清除日志中已过保留期的详情，条目本身保留</translation>
    </message>
    <message>
        <source>Groups of records that may be one client, the surest first, with the reasons; what was saved since the scan is in them</source>
        <translation>可能是同一客户的记录分组，把握最大的在前，并附理由；扫描之后保存的内容也包含在内</translation>
    </message>
    <message>
        <source>Only those that are so sure</source>
        <translation>只列出达到这一把握程度的分组</translation>
    </message>
    <message>
        <source>Part of the name or id of one of them</source>
        <translation>其中一条记录的名称或编号的一部分</translation>
    </message>
    <message>
        <source>How many groups at most</source>
        <translation>最多列出多少组</translation>
    </message>
    <message>
        <source>What was decided about pairs of records, newest first</source>
        <translation>对成对记录作出的判定，最新的在前</translation>
    </message>
    <message>
        <source>Forgets such a decision: the two are compared again</source>
        <translation>撤销这样的判定：两条记录重新参与比对</translation>
    </message>
    <message>
        <source>What the office&apos;s notice of new versions says, and where it lies</source>
        <translation>查看档案库的新版本通知及其位置</translation>
    </message>
    <message>
        <source>Off until a data administrator sets a place (logged): a file, best by its way from the office&apos;s folder, which is the same on every computer, or a web address. Everybody&apos;s window looks there once a day and shows a newer version on the page Home. Nothing is sent (a web address gets a plain request that names nobody), nothing is installed, nothing is run. After --set the notice is read at once: exit 1 says what is wrong with it; the place stays set. packaging/update-notice.md describes the file.</source>
        <translation>默认关闭，由数据管理员设置位置后启用（记入日志）。位置可以是文件，最好写成相对于档案库文件夹的路径，这样每台电脑都一样；也可以是网址。每个人的窗口每天查看一次，有新版本时在首页显示。不发送任何信息（对网址只发出一次不表明身份的普通请求），不安装也不运行任何程序。用 --set 设置后立即读取一次：退出码 1 说明通知有何问题，位置仍然保留。文件格式见 packaging/update-notice.md。</translation>
    </message>
    <message>
        <source>The file or https address where the notice lies</source>
        <translation>通知所在的文件或 https 网址</translation>
    </message>
    <message>
        <source>Looks nowhere any more</source>
        <translation>不再查看任何位置</translation>
    </message>
    <message>
        <source>Which role may do what, and what waits for approval</source>
        <translation>各角色可以做什么，哪些要经审批</translation>
    </message>
</context>
<context>
    <name>ctl::Import</name>
    <message>
        <source>Removed %1, restored %2, kept %3 that were edited since.</source>
        <translation>已删除 %1，已恢复 %2，保留 %3 条之后修改过的记录。</translation>
    </message>
    <message>
        <source>rows %1: created %2, updated %3, skipped %4, rejected %5</source>
        <translation>共 %1 行：新建 %2，更新 %3，跳过 %4，退回 %5</translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation>批次 %1</translation>
    </message>
    <message>
        <source>rejected rows: %1</source>
        <translation>退回的行：%1</translation>
    </message>
    <message>
        <source>numbers cut by a spreadsheet: %1</source>
        <translation>被电子表格损坏的数字：%1</translation>
    </message>
    <message>
        <source>columns without a field: %1</source>
        <translation>没有对应字段的列：%1</translation>
    </message>
    <message>
        <source>--map takes COLUMN=FIELD.</source>
        <translation>--map 的格式为 列=字段。</translation>
    </message>
    <message>
        <source>--duplicates takes create, skip, update or request.</source>
        <translation>--duplicates 可为 create、skip、update 或 request。</translation>
    </message>
    <message>
        <source>One file at a time, or: import undo BATCH.</source>
        <translation>一次一个文件，或：import undo 批次。</translation>
    </message>
    <message>
        <source>clients already, or rows repeated in the file: %1</source>
        <translation>已是客户或文件中重复的行：%1</translation>
    </message>
    <message>
        <source>columns as in the last import with this header line</source>
        <translation>各列与上次导入相同表头的文件一样</translation>
    </message>
    <message>
        <source>waits for approval: %1; nothing was imported yet</source>
        <translation>等待审批：%1；尚未导入任何内容</translation>
    </message>
    <message>
        <source>possible duplicates are not marked yet: `duplicates scan` finds them</source>
        <translation>可能的重复记录尚未标记：运行 `duplicates scan` 可查找</translation>
    </message>
    <message>
        <source>--resume takes the number of an unfinished import, as B-3.</source>
        <translation>--resume 后面要写未完成导入的编号，如 B-3。</translation>
    </message>
    <message>
        <source>sealed, for data administrators only: %1</source>
        <translation>已加密保存，仅数据管理员可查看：%1</translation>
    </message>
    <message>
        <source>ID or card numbers taken out of other columns and sealed: %1 (%2)</source>
        <translation>从其他列中取出并加密保存的身份证号或卡号：%1（%2）</translation>
    </message>
    <message>
        <source>second ID or card numbers of a row, which had no place: %1</source>
        <translation>同一行中多余而无处存放的身份证号或卡号：%1</translation>
    </message>
    <message>
        <source>the header is line %1; lines above it that were left out as titles: %2</source>
        <translation>表头在第 %1 行；上方作为标题略过 %2 行</translation>
    </message>
    <message>
        <source>no header line was found: every line was read as a row</source>
        <translation>没有找到表头行：每一行都按数据读入</translation>
    </message>
    <message>
        <source>columns left out: %1</source>
        <translation>略过的列：%1</translation>
    </message>
</context>
<context>
    <name>ctl::Keys</name>
    <message>
        <source>A password hash takes %1 MiB from now on. Whoever has a cheaper one gets it at the next login; nobody gets a cheaper one but with a new password.</source>
        <translation>密码散列从现在起使用 %1 MiB。成本较低的人下次登录时提高；除非设置新密码，不会降低。</translation>
    </message>
    <message>
        <source>The office has a new recovery code; destroy the sheet with the old one. Who has the old code and an old copy of the keyring can still open the database; where that may be, change its key too: dossierctl office rekey</source>
        <translation>档案库已有新的恢复码；请销毁写有旧码的纸张。持有旧码和旧密钥环副本的人仍可打开数据库；如有可能，请同时更换密钥：dossierctl office rekey</translation>
    </message>
    <message>
        <source>The older keyring is the office&apos;s from now on. Look through user list: whoever came since has no access until you give a new password; other computers warn that the keyring is an old one until they are told the same.</source>
        <translation>从现在起较旧的密钥环就是档案库的。请查看 user list：此后加入的人在您设置新密码之前没有权限；其他电脑会警告密钥环是旧的，直到对它们作同样说明。</translation>
    </message>
    <message>
        <source>The keyring is whole again.</source>
        <translation>密钥环已完好。</translation>
    </message>
    <message>
        <source>%1 is enrolled. The password alone still opens the office elsewhere, so the second secret protects against nobody who has learned the password.</source>
        <translation>%1 已登记。在别处仅凭密码仍可打开档案库，因此第二秘密不能防范知道密码的人。</translation>
    </message>
    <message>
        <source>%1 is enrolled: the password opens the office here and on other enrolled computers, or with your key file. Where none of them is left, a data administrator gives you a new password.</source>
        <translation>%1 已登记：密码可在本机和其他已登记的电脑上，或与您的密钥文件一起打开档案库。如果都没有了，由数据管理员为您设置新密码。</translation>
    </message>
    <message>
        <source>The computer is forgotten. The password alone opens the office now.</source>
        <translation>该电脑已移除。现在仅凭密码即可打开档案库。</translation>
    </message>
    <message>
        <source>The computer is forgotten.</source>
        <translation>该电脑已移除。</translation>
    </message>
</context>
<context>
    <name>ctl::Mass</name>
    <message>
        <source>%1 of %2 clients changed.</source>
        <translation>已更改 %1 个客户（共 %2 个）。</translation>
    </message>
    <message>
        <source>Say with --add or --remove which tags are meant.</source>
        <translation>请用 --add 或 --remove 说明是哪些标签。</translation>
    </message>
</context>
<context>
    <name>ctl::MatchFile</name>
    <message>
        <source>The file has no column &quot;%1&quot;.</source>
        <translation>文件中没有列“%1”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no field that matching knows.</source>
        <translation>“%1”不是查重可用的字段。</translation>
    </message>
</context>
<context>
    <name>ctl::Merge</name>
    <message>
        <source>--take takes FIELD=ID.</source>
        <translation>--take 的格式为 字段=编号。</translation>
    </message>
    <message>
        <source>Asked for: %1</source>
        <translation>已提交申请：%1</translation>
    </message>
    <message>
        <source>Merged into %1 (%2)</source>
        <translation>已合并到 %1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) restored.</source>
        <translation>
            <numerusform>已恢复 %n 条记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>--set takes FIELD=VALUE.</source>
        <translation>--set 的格式为 字段=值。</translation>
    </message>
    <message>
        <source>--place takes FIELD=ID.</source>
        <translation>--place 的格式为 字段=编号。</translation>
    </message>
    <message>
        <source>A confidential value is entered in the record, not in a merge.</source>
        <translation>保密内容请在客户记录中录入，不能在合并时填写。</translation>
    </message>
</context>
<context>
    <name>ctl::NearWords</name>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>是否想输入“%1”？</translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot;.</source>
        <translation>没有字段“%1”。</translation>
    </message>
</context>
<context>
    <name>ctl::Office</name>
    <message>
        <source>The recovery code could not be written.</source>
        <translation>无法写入恢复码。</translation>
    </message>
    <message>
        <source>Name a file with the administrator&apos;s password with --password-file.</source>
        <translation>请用 --password-file 指定管理员密码文件。</translation>
    </message>
    <message>
        <source>The recovery file cannot be made, or is there already.</source>
        <translation>无法创建恢复码文件，或文件已存在。</translation>
    </message>
    <message>
        <source>The office is made. Keep the recovery code on paper, away from this computer.</source>
        <translation>档案库已创建。请将恢复码抄在纸上，与本机分开保管。</translation>
    </message>
    <message>
        <source>%1
clients %2, users %3, open requests %4, schema %5</source>
        <translation>%1
客户 %2，用户 %3，待审批申请 %4，结构版本 %5</translation>
    </message>
    <message>
        <source>Everything is as it was written.</source>
        <translation>一切与写入时一致。</translation>
    </message>
    <message>
        <source>Damage or tampering was found. Stop working in this office and look at the list.</source>
        <translation>发现损坏或篡改。请停止在此档案库中工作并查看列表。</translation>
    </message>
    <message>
        <source>Name with --user who shall be the data administrator.</source>
        <translation>请用 --user 指定谁是数据管理员。</translation>
    </message>
    <message>
        <source>The recovery file cannot be read.</source>
        <translation>无法读取恢复码文件。</translation>
    </message>
    <message>
        <source>%1 is a data administrator with the new password.</source>
        <translation>%1 现在是数据管理员，密码已更新。</translation>
    </message>
    <message>
        <source>The office has a new key (number %1). Everybody who has access goes on working with the own password. Backups made before keep the former key, which data administrators and the recovery code still have.</source>
        <translation>档案库已启用新密钥（第 %1 个）。有权限的人继续使用各自的密码。此前的备份仍使用旧密钥，数据管理员和恢复码都还保有它。</translation>
    </message>
</context>
<context>
    <name>ctl::Place</name>
    <message>
        <source>ok</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>This database is the office from now on; the log says that you accepted it.</source>
        <translation>从现在起以这个数据库为准；日志记下了是您接受的。</translation>
    </message>
</context>
<context>
    <name>ctl::Policy</name>
    <message>
        <source>There is no action of this name; `policy list` names them.</source>
        <translation>没有这个名称的权限；用 `policy list` 查看名称。</translation>
    </message>
    <message>
        <source>A right reaches none, own, department or all.</source>
        <translation>权限范围为 none、own、department 或 all。</translation>
    </message>
    <message>
        <source>This office has a single user: nothing waits for approval, whatever stands here.</source>
        <translation>本档案库只有一个用户：无论此表如何设置，任何修改都无需审批。</translation>
    </message>
</context>
<context>
    <name>ctl::Query</name>
    <message>
        <source>There is no field &quot;%1&quot; to sort by.</source>
        <translation>没有可用于排序的字段“%1”。</translation>
    </message>
</context>
<context>
    <name>ctl::Request</name>
    <message>
        <source>There is no request with this number.</source>
        <translation>没有这个编号的申请。</translation>
    </message>
    <message>
        <source>States are open, overdue, approved, partly, rejected, withdrawn, outdated and all.</source>
        <translation>状态可为 open、overdue、approved、partly、rejected、withdrawn、outdated 和 all。</translation>
    </message>
    <message numerus="yes">
        <source>%n decided.</source>
        <translation>
            <numerusform>已处理 %n 项。</numerusform>
        </translation>
    </message>
    <message>
        <source>The record has these values already.</source>
        <translation>记录里已经是这些值。</translation>
    </message>
    <message>
        <source>Asked for: %1</source>
        <translation>已提交申请：%1</translation>
    </message>
    <message>
        <source>%1 by %2 asks for the same field: %3</source>
        <translation>%2 的申请 %1 也要修改同一字段：%3</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Comment: %1</source>
        <translation>说明：%1</translation>
    </message>
</context>
<context>
    <name>ctl::Sample</name>
    <message>
        <source>%1 clients, %2 users</source>
        <translation>%1 位客户，%2 位用户</translation>
    </message>
</context>
<context>
    <name>ctl::ShellWords</name>
    <message>
        <source>A quotation mark is not closed on this line.</source>
        <translation>这一行的引号没有闭合。</translation>
    </message>
</context>
<context>
    <name>ctl::Trash</name>
    <message numerus="yes">
        <source>%n in the trash.</source>
        <translation>
            <numerusform>%n 条已移入回收站。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n restored.</source>
        <translation>
            <numerusform>%n 条已恢复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked for: %1</source>
        <translation>已申请：%1</translation>
    </message>
    <message>
        <source>Open requests sent back: %1</source>
        <translation>退回的未决申请：%1</translation>
    </message>
</context>
<context>
    <name>ctl::Update</name>
    <message>
        <source>Version %1 of %2 is there; installed: %3.</source>
        <translation>已有版本 %1（%2），本机安装的是 %3。</translation>
    </message>
    <message>
        <source>Version %1 of %2 is announced; installed: %3, so nothing is shown.</source>
        <translation>通知的版本是 %1（%2），本机安装的是 %3，因此不显示。</translation>
    </message>
    <message>
        <source>Nobody is told of new versions: no place is set.</source>
        <translation>未设置新版本通知的位置，不会通知任何人。</translation>
    </message>
</context>
<context>
    <name>ctl::User</name>
    <message>
        <source>Roles are sales, service, manager, data_admin and auditor.</source>
        <translation>角色可为 sales、service、manager、data_admin 和 auditor。</translation>
    </message>
    <message>
        <source>password alone</source>
        <translation>仅密码</translation>
    </message>
    <message>
        <source>key file</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>%1 may have copied the office&apos;s key. Change it when everybody can wait for a moment: dossierctl office rekey</source>
        <translation>%1 可能复制过档案库的密钥。请在大家可以稍等时更换：dossierctl office rekey</translation>
    </message>
    <message>
        <source>The access is taken away, but the office&apos;s key is not changed: %1</source>
        <translation>权限已收回，但档案库的密钥未更换：%1</translation>
    </message>
</context>
<context>
    <name>gui::Application</name>
    <message>
        <source>Dossier</source>
        <translation>客户档案</translation>
    </message>
    <message>
        <source>Making the sample company…</source>
        <translation>正在生成示例公司……</translation>
    </message>
</context>
<context>
    <name>ui::BulkMergeDialog</name>
    <message>
        <source>≠ %1: %2</source>
        <translation>≠ %1 项：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无差异</translation>
    </message>
    <message>
        <source>adds %1</source>
        <translation>补充%1</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) merged.</source>
        <translation>
            <numerusform>已合并 %n 组。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n asked for; somebody else approves.</source>
        <translation>
            <numerusform>%n 组已提交申请，等待他人审批。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left as they were, since somebody changed them meanwhile.</source>
        <translation>
            <numerusform>%n 组在此期间有人修改过，保持原样。</numerusform>
        </translation>
    </message>
    <message>
        <source>You stopped it; the others are as they were.</source>
        <translation>您已停止，其余各组保持原样。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Merge the certain ones</source>
        <translation>合并确定的重复</translation>
    </message>
    <message>
        <source>Merge the groups that are certain</source>
        <translation>合并确定重复的分组</translation>
    </message>
    <message>
        <source>Reading the groups…</source>
        <translation>正在读取分组…</translation>
    </message>
    <message>
        <source>Groups to merge</source>
        <translation>待合并的分组</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Goes</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Why they are one client; it stands in the history of each</source>
        <translation>为什么是同一客户；会写入每条记录的历史</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The groups could not be read</source>
        <translation>无法读取重复分组</translation>
    </message>
    <message>
        <source>No certain groups</source>
        <translation>没有确定重复的分组</translation>
    </message>
    <message>
        <source>The program is certain of none whose records you may merge. The others are decided one by one.</source>
        <translation>在您可以合并的记录中，没有程序能确定重复的分组。其余的请逐组判定。</translation>
    </message>
    <message>
        <source>Look them through and take out what you doubt (space bar). Records that contradict each other (≠) are left out until you take them in. Each group can be taken back by itself, on any later day.</source>
        <translation>请逐一查看，有疑问的用空格键去掉勾选。互相矛盾的记录（≠）默认不勾选，由您决定是否合并。每一组以后都可以单独撤销。</translation>
    </message>
    <message numerus="yes">
        <source>%n more come afterwards.</source>
        <translation>
            <numerusform>其余 %n 组在这一批之后处理。</numerusform>
        </translation>
    </message>
    <message>
        <source>Why they are one: %1</source>
        <translation>判断依据：%1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message numerus="yes">
        <source>Merge %n group(s)</source>
        <translation>
            <numerusform>合并 %n 组</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) merged</source>
        <translation>
            <numerusform>已合并 %n 组</numerusform>
        </translation>
    </message>
    <message>
        <source>Each can be taken back from the history of its record, and all of them from the line at the foot of the window.</source>
        <translation>每一组都可以在该记录的历史中撤销；关闭后窗口底部的提示可以一次全部撤销。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Merging of many</source>
        <translation>批量合并</translation>
    </message>
    <message>
        <source>What is merged by then stays merged, and can be undone.</source>
        <translation>已合并的保持合并，可以撤销。</translation>
    </message>
</context>
<context>
    <name>ui::BulkUndoDialog</name>
    <message numerus="yes">
        <source>%n merge(s) taken back.</source>
        <translation>
            <numerusform>已撤销 %n 次合并。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n asked for; somebody else approves.</source>
        <translation>
            <numerusform>%n 组已提交申请，等待他人审批。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had been taken back already, or cannot be any more.</source>
        <translation>
            <numerusform>%n 次此前已撤销，或已无法撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>You stopped it; the others stay merged.</source>
        <translation>您已停止，其余的保持合并。</translation>
    </message>
    <message>
        <source>Taking merges back</source>
        <translation>正在撤销合并</translation>
    </message>
    <message numerus="yes">
        <source>Taking %n merge(s) back</source>
        <translation>
            <numerusform>正在撤销 %n 次合并</numerusform>
        </translation>
    </message>
    <message>
        <source>Edits that were made since stay with the record that stayed.</source>
        <translation>合并之后所作的修改留在保留的记录上。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Undoing of many merges</source>
        <translation>批量撤销合并</translation>
    </message>
    <message>
        <source>What is undone by then stays undone.</source>
        <translation>已撤销的保持撤销。</translation>
    </message>
</context>
<context>
    <name>ui::CheckDialog</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>复制列表</translation>
    </message>
    <message>
        <source>Check of the office</source>
        <translation>检查档案库</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Checking the office</source>
        <translation>正在检查档案库</translation>
    </message>
    <message>
        <source>Every page, every record and every entry of the log is read and compared. This takes about a second for 100 MB, more on a shared drive; you can go on reading meanwhile.</source>
        <translation>正在读取并核对每一页数据、每条记录和每条日志。每 100 MB 约需一秒，在共享盘上要久一些；其间可以继续查阅。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The check could not be finished</source>
        <translation>检查未能完成</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>没有发现问题</translation>
    </message>
    <message>
        <source>Everything is as it was written. Everybody can save.</source>
        <translation>所有内容都与写入时一致，大家都可以正常保存。</translation>
    </message>
    <message>
        <source>The office is damaged</source>
        <translation>档案库已损坏</translation>
    </message>
    <message>
        <source>Something was changed past the program</source>
        <translation>有内容被绕过程序改动</translation>
    </message>
    <message>
        <source>Nobody can save until a check finds nothing. What can be read can still be looked up, and exported to keep what is new. Then close the program on every computer, put a backup of the whole folder in its place, and check again. Copy the list for whoever helps you.</source>
        <translation>在检查不再发现问题之前，任何人都不能保存。能读出的资料仍可查阅，也可先导出，以保住新录入的内容；然后在所有电脑上关闭本程序，用整个文件夹的备份替换，再检查一次。可复制此列表，发给协助处理的人。</translation>
    </message>
    <message>
        <source>Records or the log are not what the people of this office saved. Saving goes on. Show this list to the data administrator.</source>
        <translation>有记录或日志与本档案库人员保存的内容不一致。保存不受影响。请把此列表交给数据管理员。</translation>
    </message>
    <message>
        <source>Nothing is changed by it.</source>
        <translation>不会改动任何内容。</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>第 %1 页</translation>
    </message>
</context>
<context>
    <name>ui::ClientForm</name>
    <message>
        <source>Client</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Not a duplicate: save all the same</source>
        <translation>不是重复客户：仍然保存</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>Save and ask for approval</source>
        <translation>保存并提交审批</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Saved; what needs approval was asked for.</source>
        <translation>已保存；需要审批的部分已提交。</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>尚未保存的修改</translation>
    </message>
    <message>
        <source>What you typed is not saved yet.</source>
        <translation>您输入的内容还没有保存。</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>不保存就离开</translation>
    </message>
    <message>
        <source>Why, for the person who approves it</source>
        <translation>原因，供审批人参考</translation>
    </message>
    <message>
        <source>Your role does not change this field.</source>
        <translation>您的角色不能修改此字段。</translation>
    </message>
    <message>
        <source>hidden from your role</source>
        <translation>您的角色看不到此内容</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>%1 saved “%2” here meanwhile. Save again to put yours in its place.</source>
        <translation>期间 %1 在此处保存了“%2”。再次保存将以您的内容替换。</translation>
    </message>
    <message>
        <source>%1 changed this meanwhile.</source>
        <translation>期间 %1 修改了此项。</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>%1 saved this record while you were typing. What you typed is still here: look at the marked fields, then save again.</source>
        <translation>您输入期间，%1 保存了这条记录。您输入的内容仍在：请查看标出的字段，然后再次保存。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>A change of this field already waits: %1. Where one is approved, the other goes back.</source>
        <translation>这个字段已有修改在等待审批：%1。其中一个获批后，另一个会退回。</translation>
    </message>
    <message>
        <source>Nothing of yours was left to save.</source>
        <translation>您没有其他内容需要保存。</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>保密信息</translation>
    </message>
    <message>
        <source>Where it is kept: form 12 in cabinet 3, a mail of 3 May</source>
        <translation>存放位置，例如：3 号柜第 12 号表、5 月 3 日邮件</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>客户同意</translation>
    </message>
    <message>
        <source>The client must have agreed to this. Say where that is kept, or leave the value out.</source>
        <translation>须经客户同意。请写明同意存放在哪里，或不要填写此项。</translation>
    </message>
    <message>
        <source>Once saved, only data administrators can open this.</source>
        <translation>保存后只有数据管理员可以查看。</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>This is a whole address.</source>
        <translation>这是一整行地址。</translation>
    </message>
    <message>
        <source>Split it up</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Split into the fields.</source>
        <translation>已拆分到各栏。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Nobody in this office has this name. Down shows who there is.</source>
        <translation>档案库中没有这个人。按向下键可查看人员名单。</translation>
    </message>
    <message>
        <source>This is a whole contact.</source>
        <translation>这是一整段联系信息。</translation>
    </message>
    <message>
        <source>Left over: %1</source>
        <translation>未能归入各栏：%1</translation>
    </message>
    <message>
        <source>Add to the notes</source>
        <translation>加入备注</translation>
    </message>
    <message>
        <source>Confidential, and in no field yet: %1</source>
        <translation>保密内容，尚未填入任何一栏：%1</translation>
    </message>
    <message>
        <source>Added to the notes.</source>
        <translation>已加入备注。</translation>
    </message>
    <message>
        <source>This is being saved just now. The form closes when that is done.</source>
        <translation>正在保存，保存完成后表单会自动关闭。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
</context>
<context>
    <name>ui::ClientPanel</name>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Profile and history</source>
        <translation>资料与历史</translation>
    </message>
    <message>
        <source>No client chosen</source>
        <translation>未选择客户</translation>
    </message>
    <message>
        <source>Choose one in the list to see it here.</source>
        <translation>在列表中选择一位客户，即可在此查看。</translation>
    </message>
    <message>
        <source>This record cannot be shown</source>
        <translation>无法显示这条记录</translation>
    </message>
    <message>
        <source>Your role sees the basic fields only.</source>
        <translation>您的角色只能查看基本字段。</translation>
    </message>
    <message>
        <source>Trash…</source>
        <translation>移入回收站…</translation>
    </message>
    <message>
        <source>Entered by mistake: into the trash (Del)</source>
        <translation>录入有误：移入回收站（Del）</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>▲ In the trash</source>
        <translation>▲ 在回收站中</translation>
    </message>
    <message>
        <source>▲ In the trash since %1, by %2: %3</source>
        <translation>▲ %1 由 %2 移入回收站：%3</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>客户档案</translation>
    </message>
    <message>
        <source>%1 copied.</source>
        <translation>已复制%1。</translation>
    </message>
</context>
<context>
    <name>ui::ClientPrints</name>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>About the client</source>
        <translation>客户情况</translation>
    </message>
    <message>
        <source>The record</source>
        <translation>档案</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户列表</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>共 %n 个客户</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ClientsPage</name>
    <message>
        <source>Clients</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation>无法读取列表</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Names, pinyin, initials, three digits of a phone, e-mail or id find a client.</source>
        <translation>可按名称、拼音、首字母、电话中任意三位数字、邮箱或编号查找。</translation>
    </message>
    <message>
        <source>No client here</source>
        <translation>这里没有客户</translation>
    </message>
    <message>
        <source>No client answers to this filter.</source>
        <translation>没有客户符合这个筛选条件。</translation>
    </message>
    <message>
        <source>No clients yet</source>
        <translation>还没有客户</translation>
    </message>
    <message>
        <source>Bring your spreadsheet in, or enter the first client.</source>
        <translation>请导入您的表格，或录入第一位客户。</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>Clients that were entered by mistake would lie here.</source>
        <translation>误录的客户会放在这里。</translation>
    </message>
    <message>
        <source>Nothing that the filter lets through answers to the search.</source>
        <translation>当前筛选范围内没有匹配的客户。</translation>
    </message>
    <message>
        <source>Search all clients</source>
        <translation>在全部客户中搜索</translation>
    </message>
    <message>
        <source>Show all clients</source>
        <translation>显示全部客户</translation>
    </message>
    <message>
        <source>Stopped. The list is as it was before.</source>
        <translation>已停止，列表保持原样。</translation>
    </message>
    <message>
        <source>Sort upward</source>
        <translation>升序排列</translation>
    </message>
    <message>
        <source>Sort downward</source>
        <translation>降序排列</translation>
    </message>
    <message>
        <source>Hide “%1”</source>
        <translation>隐藏“%1”</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>选择列…</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序方式</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>恢复默认列</translation>
    </message>
</context>
<context>
    <name>ui::ColumnsDialog</name>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>显示的列</translation>
    </message>
    <message>
        <source>Columns of the list</source>
        <translation>列表显示的列</translation>
    </message>
    <message>
        <source>What is ticked is shown, from the top to the right.</source>
        <translation>勾选的列会显示，自上而下对应从左到右。</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Show these columns</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>宽度(&amp;W)</translation>
    </message>
    <message>
        <source>Width of the column</source>
        <translation>列宽</translation>
    </message>
    <message>
        <source>as at first</source>
        <translation>默认</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
</context>
<context>
    <name>ui::CommandPalette</name>
    <message>
        <source>Clients and commands</source>
        <translation>客户和命令</translation>
    </message>
    <message>
        <source>A client, or what you want to do</source>
        <translation>输入客户，或想做的事</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>↑ ↓ choose   ·   Enter opens   ·   Ctrl+Enter in a window of its own   ·   Esc closes</source>
        <translation>↑ ↓ 选择   ·   Enter 打开   ·   Ctrl+Enter 在单独窗口中打开   ·   Esc 关闭</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户列表</translation>
    </message>
    <message>
        <source>No client by this name, pinyin, phone or id</source>
        <translation>没有匹配该名称、拼音、电话或编号的客户</translation>
    </message>
    <message>
        <source>All that “%1” finds, in the list</source>
        <translation>在列表中显示“%1”的全部结果</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>ui::Commands</name>
    <message>
        <source>Clients</source>
        <translation>客户列表</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>档案库</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>Search the list</source>
        <translation>在列表中搜索</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Open the record in a window of its own</source>
        <translation>在单独窗口中打开档案</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>转到%1</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Check the office…</source>
        <translation>检查档案库…</translation>
    </message>
    <message>
        <source>My password and keys…</source>
        <translation>我的密码和密钥…</translation>
    </message>
    <message>
        <source>Clients and commands</source>
        <translation>查找客户和命令</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Guide for the first day</source>
        <translation>新手指南</translation>
    </message>
    <message>
        <source>Keyboard overview</source>
        <translation>快捷键一览</translation>
    </message>
    <message>
        <source>Print this client…</source>
        <translation>打印此客户…</translation>
    </message>
    <message>
        <source>Print the list…</source>
        <translation>打印列表…</translation>
    </message>
    <message>
        <source>Print address labels…</source>
        <translation>打印地址标签…</translation>
    </message>
    <message>
        <source>Undo, or what the line below offers</source>
        <translation>撤销，或执行底部提示的操作</translation>
    </message>
    <message>
        <source>Notice of new versions…</source>
        <translation>新版本通知…</translation>
    </message>
</context>
<context>
    <name>ui::CompareDialog</name>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Is this the same client?</source>
        <translation>是同一位客户吗？</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>依据：%1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Typed here</source>
        <translation>正在录入</translation>
    </message>
    <message>
        <source>In the office</source>
        <translation>档案库中</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Open that client</source>
        <translation>打开该客户</translation>
    </message>
    <message>
        <source>This record cannot be shown</source>
        <translation>无法显示该客户</translation>
    </message>
    <message>
        <source>same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>only here</source>
        <translation>仅录入中有</translation>
    </message>
    <message>
        <source>only there</source>
        <translation>仅档案库中有</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
</context>
<context>
    <name>ui::ConfidentialFieldsDialog</name>
    <message>
        <source>confidential, always</source>
        <translation>始终保密</translation>
    </message>
    <message>
        <source>confidential</source>
        <translation>保密</translation>
    </message>
    <message>
        <source>ordinary</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>No client has a field of the office&apos;s own yet.</source>
        <translation>目前还没有客户使用自定义字段。</translation>
    </message>
    <message>
        <source>Make confidential…</source>
        <translation>设为保密…</translation>
    </message>
    <message>
        <source>Confidential fields</source>
        <translation>保密字段</translation>
    </message>
    <message>
        <source>What stands in a confidential field is masked everywhere; only data administrators have the key that opens it, and the log says who looked. What the history says of a field from before it was made confidential stays readable.</source>
        <translation>保密字段的内容在各处都以圆点遮盖，只有数据管理员持有打开它的密钥，谁查看过都记入日志。字段设为保密之前已写入历史的内容仍可读。</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户数</translation>
    </message>
    <message>
        <source>Make “%1” confidential</source>
        <translation>将“%1”设为保密</translation>
    </message>
    <message>
        <source>Make confidential</source>
        <translation>设为保密</translation>
    </message>
    <message>
        <source>Waiting for those who are saving</source>
        <translation>正在等待他人保存完毕</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>已停止，未作任何更改。</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is confidential now. %n value(s) sealed.</source>
        <translation>
            <numerusform>“%1”已设为保密，已加密 %n 项内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>How it is kept</source>
        <translation>保存方式</translation>
    </message>
    <message numerus="yes">
        <source>What %n client(s) have in “%1” is sealed now: only data administrators can open it, or find a client by it. This cannot be taken back.</source>
        <translation>
            <numerusform>%n 位客户的“%1”内容将被加密：此后只有数据管理员能打开它，也只有数据管理员能按它查找客户。此操作无法撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>Making “%1” confidential</source>
        <translation>将“%1”设为保密</translation>
    </message>
    <message>
        <source>Stopped, nothing is changed.</source>
        <translation>停止后不会有任何改动。</translation>
    </message>
</context>
<context>
    <name>ui::ConflictDialog</name>
    <message>
        <source>(hidden from your role)</source>
        <translation>（您的角色看不到）</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>saved by somebody else</source>
        <translation>由别人保存</translation>
    </message>
    <message>
        <source>saved by %1, %2</source>
        <translation>由 %1 保存，%2</translation>
    </message>
    <message>
        <source>Changed meanwhile</source>
        <translation>期间已被修改</translation>
    </message>
    <message>
        <source>Which value is right?</source>
        <translation>以哪个值为准？</translation>
    </message>
    <message numerus="yes">
        <source>While you were typing, %n field(s) that you changed were saved by somebody else, too. Nothing is saved yet. Choose, and everything else that you typed is saved as well.</source>
        <translation>
            <numerusform>在您输入期间，您修改的 %n 个字段也被别人保存过。现在还没有保存任何内容。请选择，您输入的其他内容会一并保存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>您的</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方的</translation>
    </message>
    <message>
        <source>Another value</source>
        <translation>其他值</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Back to the form; what you typed is still there</source>
        <translation>返回表单，您输入的内容仍在</translation>
    </message>
    <message>
        <source>All yours</source>
        <translation>全部用您的</translation>
    </message>
    <message>
        <source>All theirs</source>
        <translation>全部用对方的</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to choose</source>
        <translation>
            <numerusform>还有 %n 个字段待选择</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CreateOffice</name>
    <message>
        <source>An office is one encrypted folder. Put it on this computer, or on a shared drive that your colleagues reach.</source>
        <translation>一个档案库就是一个加密的文件夹。可以放在本机，也可以放在同事都能访问的共享盘上。</translation>
    </message>
    <message>
        <source>Office name</source>
        <translation>档案库名称</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Folder for the office</source>
        <translation>档案库所在文件夹</translation>
    </message>
    <message>
        <source>You are its first data administrator: you see everything, and add your colleagues with passwords of their own.</source>
        <translation>您是第一位数据管理员：可以查看全部内容，并为同事添加各自的密码。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Make the office</source>
        <translation>创建档案库</translation>
    </message>
    <message>
        <source>The office</source>
        <translation>档案库</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您本人</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>A new office</source>
        <translation>新建档案库</translation>
    </message>
    <message>
        <source>Who you are</source>
        <translation>您的账户</translation>
    </message>
    <message>
        <source>Making it…</source>
        <translation>正在创建……</translation>
    </message>
</context>
<context>
    <name>ui::DecisionListModel</name>
    <message>
        <source>the same client</source>
        <translation>同一客户</translation>
    </message>
    <message>
        <source>not a duplicate</source>
        <translation>不是重复</translation>
    </message>
    <message>
        <source>One record</source>
        <translation>一条记录</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>另一条记录</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>判定人</translation>
    </message>
</context>
<context>
    <name>ui::DecisionsDialog</name>
    <message>
        <source>Take back</source>
        <translation>撤销判定</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>What was decided about duplicates</source>
        <translation>对疑似重复的判定</translation>
    </message>
    <message>
        <source>&quot;Not a duplicate&quot; holds in every later look through the office until it is taken back. Merges are taken back from the history of their record.</source>
        <translation>判为“不是重复”后，以后每次检查都有效，直到撤销为止。合并请在该记录的历史中撤销。</translation>
    </message>
    <message>
        <source>Part of a name, an id or who decided</source>
        <translation>名称、编号或判定人的一部分</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Reading what was decided…</source>
        <translation>正在读取判定…</translation>
    </message>
    <message>
        <source>The decisions could not be read</source>
        <translation>无法读取判定</translation>
    </message>
    <message>
        <source>No decision matches</source>
        <translation>没有符合条件的判定</translation>
    </message>
    <message>
        <source>None has this text.</source>
        <translation>没有包含这些文字的判定。</translation>
    </message>
    <message>
        <source>Nothing decided yet</source>
        <translation>还没有判定</translation>
    </message>
    <message>
        <source>Pairs that somebody called &quot;not a duplicate&quot; stand here.</source>
        <translation>被判为“不是重复”的成对记录会列在这里。</translation>
    </message>
    <message>
        <source>Only whoever may merge one of the two can take this back.</source>
        <translation>只有能合并其中一条记录的人才能撤销此判定。</translation>
    </message>
    <message>
        <source>Taken back; the two are compared again.</source>
        <translation>已撤销判定，两条记录重新参与比对。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>It holds again.</source>
        <translation>判定重新生效。</translation>
    </message>
</context>
<context>
    <name>ui::DraftNotice</name>
    <message>
        <source>Go on</source>
        <translation>继续填写</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>You were changing %1 when the program ended (%2).</source>
        <translation>程序退出时您正在修改 %1（%2）。</translation>
    </message>
    <message>
        <source>You were entering a new client when the program ended (%1).</source>
        <translation>程序退出时您正在录入一位新客户（%1）。</translation>
    </message>
    <message>
        <source>You were entering %1, a new client, when the program ended (%2).</source>
        <translation>程序退出时您正在录入新客户 %1（%2）。</translation>
    </message>
</context>
<context>
    <name>ui::DuplicateHints</name>
    <message>
        <source>Nobody like this is in the office yet.</source>
        <translation>档案库中还没有类似的客户。</translation>
    </message>
    <message>
        <source>Perhaps here already</source>
        <translation>可能已经存在</translation>
    </message>
    <message>
        <source>A client of %1</source>
        <translation>%1 的客户</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open that client</source>
        <translation>打开该客户</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>对比…</translation>
    </message>
</context>
<context>
    <name>ui::DuplicatesPage</name>
    <message>
        <source>Look through the whole office</source>
        <translation>检查整个档案库</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The groups could not be read</source>
        <translation>无法读取重复分组</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) found.</source>
        <translation>
            <numerusform>找到 %n 组。</numerusform>
        </translation>
    </message>
    <message>
        <source>No duplicates known</source>
        <translation>没有已知的重复客户</translation>
    </message>
    <message>
        <source>Look through the whole office: records that may be the same client then stand here, with the reasons.</source>
        <translation>检查整个档案库后，可能是同一客户的记录会连同理由列在这里。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Noted: not the same client.</source>
        <translation>已记下：不是同一客户。</translation>
    </message>
    <message numerus="yes">
        <source>Noted, except for %n pair(s) of colleagues&apos; records.</source>
        <translation>
            <numerusform>已记下；另有 %n 对同事的记录由他们判定。</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back: they may be one client again.</source>
        <translation>已撤销：它们重新列为疑似重复。</translation>
    </message>
    <message>
        <source>Put off until %1, or until another record joins it.</source>
        <translation>已推迟到 %1；如有新记录加入本组则提前出现。</translation>
    </message>
    <message>
        <source>It stands among the others again.</source>
        <translation>已放回列表。</translation>
    </message>
    <message>
        <source>Reading the groups…</source>
        <translation>正在读取分组…</translation>
    </message>
    <message>
        <source>Merge the certain ones…</source>
        <translation>合并确定的重复…</translation>
    </message>
    <message>
        <source>Decided…</source>
        <translation>已判定…</translation>
    </message>
    <message>
        <source>Look through again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>J K next, previous · M merge · N not a duplicate · L later</source>
        <translation>J K 下一组、上一组 · M 合并 · N 不是重复 · L 稍后</translation>
    </message>
    <message>
        <source>%1 of %2 groups; the others come with scrolling</source>
        <translation>已列出 %1 组，共 %2 组；向下滚动继续加载</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>共 %n 组</numerusform>
        </translation>
    </message>
    <message>
        <source>Merging is not part of your work here</source>
        <translation>您的角色不负责合并</translation>
    </message>
    <message>
        <source>Whoever may merge records finds the duplicates of the office here. A data administrator can change what your role may do.</source>
        <translation>有合并权限的人在这里处理疑似重复。数据管理员可以调整您的角色权限。</translation>
    </message>
    <message>
        <source>Nothing is put off</source>
        <translation>没有推迟的分组</translation>
    </message>
    <message>
        <source>Groups that you put off (L) wait here.</source>
        <translation>您推迟（L）的分组会列在这里。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>No group matches</source>
        <translation>没有符合条件的分组</translation>
    </message>
    <message>
        <source>There are groups, but none with this text or of this kind.</source>
        <translation>没有包含这些文字或属于这一类的分组。</translation>
    </message>
    <message>
        <source>Much has changed since the office was looked through; some duplicates may not stand here yet.</source>
        <translation>上次检查之后改动较多，有些重复可能还没有列出来。</translation>
    </message>
    <message>
        <source>Search for duplicates</source>
        <translation>查找重复客户</translation>
    </message>
    <message>
        <source>Stopped, it can be started again at any time.</source>
        <translation>停止后可以随时重新开始。</translation>
    </message>
</context>
<context>
    <name>ui::EarlierImports</name>
    <message>
        <source>Earlier imports</source>
        <translation>以往的导入</translation>
    </message>
    <message>
        <source>%1 · %2 by %3 · %4 new, %5 updated</source>
        <translation>%1 · %3 于 %2 导入 · 新建 %4，更新 %5</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>撤销…</translation>
    </message>
</context>
<context>
    <name>ui::ExportDialog</name>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Take clients out</source>
        <translation>导出客户</translation>
    </message>
    <message>
        <source>A CSV file that Excel opens as it is: zeros and long numbers stay, nothing in it runs. The export stands in the log.</source>
        <translation>CSV 文件，Excel 可直接打开：零和长数字保持原样，其中的内容不会被执行。导出会记入日志。</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>UTF-8 for Excel</source>
        <translation>UTF-8（适合 Excel）</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>GB18030, for older programs</source>
        <translation>GB18030（适合旧程序）</translation>
    </message>
    <message>
        <source>Labels people read</source>
        <translation>便于阅读的标题</translation>
    </message>
    <message>
        <source>Field names for programs</source>
        <translation>供程序使用的字段名</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>标题行</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) exported.</source>
        <translation>
            <numerusform>已导出 %n 位客户。</numerusform>
        </translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>No field</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>What the file is for; it stands in the log</source>
        <translation>文件的用途，将记入日志</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) will be in the file</source>
        <translation>
            <numerusform>文件中将有 %n 位客户</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose at least one field.</source>
        <translation>请至少选择一个字段。</translation>
    </message>
    <message>
        <source>Stopped, there is no file.</source>
        <translation>停止后不会生成文件。</translation>
    </message>
    <message>
        <source>“UTF-8 for Excel” is right for Excel, WPS and everything newer. Choose GB18030 only where an older program shows Chinese as unreadable signs; UTF-8 without more for other programs that ask for it.</source>
        <translation>Excel、WPS 和较新的软件都用“UTF-8（适合 Excel）”。只有旧软件打开后中文显示为乱码时，才选 GB18030；其他程序要求纯 UTF-8 时选 UTF-8。</translation>
    </message>
    <message>
        <source>Those that are chosen</source>
        <translation>所选客户</translation>
    </message>
    <message>
        <source>What the list shows now</source>
        <translation>列表当前显示的客户</translation>
    </message>
    <message>
        <source>All clients</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户列表</translation>
    </message>
</context>
<context>
    <name>ui::FieldEditors</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Add a contact</source>
        <translation>添加联系人</translation>
    </message>
    <message>
        <source>Remove this contact</source>
        <translation>移除此联系人</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Name of the field</source>
        <translation>字段名</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>添加字段</translation>
    </message>
    <message>
        <source>Remove this field</source>
        <translation>移除此字段</translation>
    </message>
</context>
<context>
    <name>ui::FieldRow</name>
    <message>
        <source>%1, required</source>
        <translation>%1，必填</translation>
    </message>
    <message>
        <source>A change of this field is asked for and approved by somebody else.</source>
        <translation>修改此字段需要提交，由他人审批。</translation>
    </message>
    <message>
        <source>needs approval</source>
        <translation>需审批</translation>
    </message>
</context>
<context>
    <name>ui::FilterBar</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n 位客户</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>A filter for each column (%1)</source>
        <translation>按列筛选（%1）</translation>
    </message>
    <message>
        <source>Sorting… %1 %</source>
        <translation>正在排序… %1 %</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>View of the office: %1</source>
        <translation>全员视图：%1</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>视图：%1</translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation>去掉筛选条件 %1</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>久未更新</translation>
    </message>
</context>
<context>
    <name>ui::FilterRow</name>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>Contained in the value. 苏州* begins with it; = is exactly that, != is not, &gt; after, &lt; before; = alone: empty.</source>
        <translation>输入的文字包含在内容中。苏州* 表示以它开头；= 完全相同，!= 不是，&gt; 之后，&lt; 之前；只输入 = 表示为空。</translation>
    </message>
    <message>
        <source>Filter by %1</source>
        <translation>按%1筛选</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ui::FirstSteps</name>
    <message>
        <source>No clients yet</source>
        <translation>还没有客户</translation>
    </message>
    <message>
        <source>What to do first in a new office:</source>
        <translation>新档案库，先做这几件事：</translation>
    </message>
    <message>
        <source>Bring your spreadsheet in</source>
        <translation>导入现有表格</translation>
    </message>
    <message>
        <source>The columns are understood by their headings and contents. You see what will happen before anything is stored, and can take all of it back.</source>
        <translation>程序会按表头和内容识别各列。写入之前可以先看到结果，导入后也可以整批撤销。</translation>
    </message>
    <message>
        <source>Or enter the first client</source>
        <translation>或者录入第一位客户</translation>
    </message>
    <message>
        <source>What is missing, and who may be here already, stands beside the form as you type.</source>
        <translation>输入时，表单旁会提示缺少什么、是否可能已有该客户。</translation>
    </message>
    <message>
        <source>Let your colleagues in</source>
        <translation>添加同事</translation>
    </message>
    <message>
        <source>Each gets a name, a password and a role of their own.</source>
        <translation>每个人有自己的用户名、密码和角色。</translation>
    </message>
    <message>
        <source>Read how a day goes</source>
        <translation>看看日常怎么用</translation>
    </message>
    <message>
        <source>Short pages: finding, asking for a change, merging, exporting, locking.</source>
        <translation>几页短文：查找、申请修改、合并、导出、锁定。</translation>
    </message>
</context>
<context>
    <name>ui::GroupFilterBar</name>
    <message>
        <source>Mine only</source>
        <translation>只看我的</translation>
    </message>
    <message>
        <source>Part of a name or id</source>
        <translation>名称或编号的一部分</translation>
    </message>
    <message>
        <source>Groups with a client that you look after</source>
        <translation>其中有您负责的客户的分组</translation>
    </message>
    <message>
        <source>Groups that you put off for later</source>
        <translation>您推迟处理的分组</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Certain</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>已推迟</translation>
    </message>
</context>
<context>
    <name>ui::GroupList</name>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
</context>
<context>
    <name>ui::GroupListModel</name>
    <message>
        <source>certain</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>A client of %1</source>
        <translation>%1 的客户</translation>
    </message>
    <message>
        <source>Certain</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>可能</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>ui::GroupView</name>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Not a duplicate</source>
        <translation>不是重复</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Records of the group</source>
        <translation>本组的记录</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>%1 and %2 · %3</source>
        <translation>%1 与 %2 · %3</translation>
    </message>
    <message numerus="yes">
        <source>and %n pair(s) more</source>
        <translation>
            <numerusform>另有 %n 对</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n pair(s) more: choose a record to see its own</source>
        <translation>
            <numerusform>另有 %n 对：选中一条记录可查看与它有关的依据</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is another client</source>
        <translation>%1 是另一客户</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>放回列表</translation>
    </message>
    <message>
        <source>You may neither merge these records nor say that they are different clients.</source>
        <translation>您既不能合并这些记录，也不能判定它们不是同一客户。</translation>
    </message>
    <message numerus="yes">
        <source>At most %n records are merged at once: tell some of them apart, or choose some in the list of clients.</source>
        <translation>
            <numerusform>一次最多合并 %n 条记录：请先把其中一些判为不同客户，或在客户列表中选择一部分合并。</numerusform>
        </translation>
    </message>
    <message>
        <source>One of the records is a colleague&apos;s, and only whoever sees all of them can merge them.</source>
        <translation>其中有同事的记录；只有能看到全部记录的人才能合并。</translation>
    </message>
    <message>
        <source>One of them is another client? Choose its column (← →), then N.</source>
        <translation>其中一条是另一客户？先选中它那一列（← →），再按 N。</translation>
    </message>
</context>
<context>
    <name>ui::Guide</name>
    <message>
        <source>Your first client</source>
        <translation>录入第一位客户</translation>
    </message>
    <message>
        <source>Everything the office knows of a client stands in one record.</source>
        <translation>关于一位客户的所有信息，都在同一份档案里。</translation>
    </message>
    <message>
        <source>Press %1 (%2).</source>
        <translation>点击%1（%2）。</translation>
    </message>
    <message>
        <source>Type. Tab goes to the next field; fields with * have to be filled. What is not right is said below its field.</source>
        <translation>开始输入。Tab 键跳到下一个字段；带 * 的字段必填。哪里不对，会在该字段下方提示。</translation>
    </message>
    <message>
        <source>Look to the right: under %1 stands who may be in the office already. Open that record instead of entering it twice.</source>
        <translation>看右侧：%1下面列出可能已在库中的客户。如果就是同一位，请打开那份档案，不要重复录入。</translation>
    </message>
    <message>
        <source>%1 (Ctrl+Enter) stores it and gives it its number.</source>
        <translation>点击%1（Ctrl+Enter）存入档案库，并自动编号。</translation>
    </message>
    <message>
        <source>Something still missing? Save all the same: the record is a draft, and waits under %1.</source>
        <translation>资料还不全？也可以先保存：这份档案会作为草稿，放在%1里等您补全。</translation>
    </message>
    <message>
        <source>Bring the spreadsheet in</source>
        <translation>导入现有表格</translation>
    </message>
    <message>
        <source>What you keep in a table comes in at once, and can go out again as if it had never been.</source>
        <translation>表格里的客户可以一次导入，也可以整批撤销，像从未导入过一样。</translation>
    </message>
    <message>
        <source>Save the table as CSV in your spreadsheet program. Press %1 (%2), then %3.</source>
        <translation>在表格软件中把表格另存为 CSV。点击%1（%2），再点击%3。</translation>
    </message>
    <message>
        <source>Under each column stands the field it goes into. Change what is wrong; %1.</source>
        <translation>每一列下方是它要存入的字段。有不对的就改过来，然后点击%1。</translation>
    </message>
    <message>
        <source>Choose what happens with rows that are clients of the office already. The numbers under %1 are tried out, nothing is stored yet.</source>
        <translation>选择遇到库中已有的客户时怎么处理。%1下面的数字是试算结果，此时还没有写入任何内容。</translation>
    </message>
    <message>
        <source>%1. You can go on working meanwhile; it runs at the lower left.</source>
        <translation>点击%1。导入期间可以继续工作，进度显示在左下角。</translation>
    </message>
    <message>
        <source>Not what you wanted? %1 takes all of it back, changes of clients you had before included.</source>
        <translation>结果不满意？点击%1可以整批撤销，对原有客户所做的更新也会还原。</translation>
    </message>
    <message>
        <source>Find anybody, by pinyin too</source>
        <translation>查找客户，拼音也行</translation>
    </message>
    <message>
        <source>Characters, pinyin, initials, digits from the middle of a phone number: whatever you remember finds the client.</source>
        <translation>汉字、拼音、拼音首字母、电话号码中间的几位数字：记得什么就输什么。</translation>
    </message>
    <message>
        <source>%1 from wherever you are: type, choose with ↑ ↓, Enter. For 郑晓明 type zhengxiaoming, zxm, 郑, or three digits of the phone.</source>
        <translation>在任何页面按 %1：输入，用 ↑ ↓ 选择，按 Enter。要找“郑晓明”，可以输入 zhengxiaoming、zxm、郑，或电话中的三位数字。</translation>
    </message>
    <message>
        <source>The same line does everything else, too: type “import”, “lock”, “settings”.</source>
        <translation>在同一处还能做别的事：输入“导入”“锁定”“设置”，或它们的拼音首字母。</translation>
    </message>
    <message>
        <source>%1 searches the list itself, and the list shows all that fits while you type. Esc brings the whole list back.</source>
        <translation>%1 直接在列表中搜索，边输入边显示所有匹配的客户。按 Esc 恢复完整列表。</translation>
    </message>
    <message>
        <source>%1 (%2) has the clients you looked at last; %3 and %4 go the way you came.</source>
        <translation>%1（%2）里是您最近看过的客户；%3 和 %4 可以后退、前进。</translation>
    </message>
    <message>
        <source>Two records side by side: %1 puts the one you see into a window of its own.</source>
        <translation>想并排看两份档案？按 %1 把当前档案放到单独的窗口。</translation>
    </message>
    <message>
        <source>A client&apos;s name, and whatever your role may not decide alone, changes when a second person agrees.</source>
        <translation>客户名称，以及您的角色不能单独决定的内容，要另一个人同意后才会修改。</translation>
    </message>
    <message>
        <source>Choose the client, press %1 (F2) and type the new value. Fields that somebody approves are marked before you save.</source>
        <translation>选中客户，点击%1（F2），输入新的值。需要审批的字段在保存之前就有标记。</translation>
    </message>
    <message>
        <source>Give a reason, then %1.</source>
        <translation>填写理由，然后点击%1。</translation>
    </message>
    <message>
        <source>Under %1, %2, you see how it stands. Until then the record keeps the old value.</source>
        <translation>在%1的%2里可以看到进展。批准之前，档案保持原来的值。</translation>
    </message>
    <message>
        <source>Whoever decides: %1, go through the list with J and K, approve with A, reject with R and a word why.</source>
        <translation>由您审批时：在%1里用 J、K 逐条查看，按 A 批准，按 R 退回并写明原因。</translation>
    </message>
    <message>
        <source>Old value, new value, who asked, who agreed and when stay in the client&apos;s %1 for ever.</source>
        <translation>原值、新值、谁申请、谁批准、何时批准，会一直保留在客户的%1里。</translation>
    </message>
    <message>
        <source>Two records of one client become one. Nothing is lost, and it can be undone on any later day.</source>
        <translation>同一客户的两份档案合成一份。内容不会丢失，以后任何一天都可以撤销。</translation>
    </message>
    <message>
        <source>Under %1, %2 finds what is there more than once.</source>
        <translation>在%1里，点击%2找出重复的客户。</translation>
    </message>
    <message>
        <source>%1 puts the records side by side. What differs stands first; click the value that is right.</source>
        <translation>%1会把档案并排列出。不同之处排在最前，点击正确的值。</translation>
    </message>
    <message>
        <source>%1 does it; the others live on in its history.</source>
        <translation>点击%1完成；其余档案的内容保留在历史里。</translation>
    </message>
    <message>
        <source>It was a mistake? In the client&apos;s %1: %2, today or next year.</source>
        <translation>合并错了？在客户的%1里点击%2，今天可以，明年也可以。</translation>
    </message>
    <message>
        <source>They only look alike? %1 remembers that, and nobody is asked about the two again.</source>
        <translation>只是看起来像？点击%1，系统会记住，以后不再提示这两位客户。</translation>
    </message>
    <message>
        <source>A table for Excel</source>
        <translation>导出给 Excel 用</translation>
    </message>
    <message>
        <source>Long numbers and leading zeros stay as they are when Excel opens the file.</source>
        <translation>用 Excel 打开导出的文件，长号码和开头的 0 都保持原样。</translation>
    </message>
    <message>
        <source>Search or filter until the list shows the clients you want.</source>
        <translation>通过搜索或筛选，让列表只显示需要的客户。</translation>
    </message>
    <message>
        <source>Press %1 (%2) and choose the fields.</source>
        <translation>点击%1（%2），选择字段。</translation>
    </message>
    <message>
        <source>Say what the file is for, then %1. Who took what out, and why, stands in the log.</source>
        <translation>写明文件用途，然后点击%1。谁导出了什么、为什么，都会记入日志。</translation>
    </message>
    <message>
        <source>The file is not encrypted any more: delete it when you are done with it.</source>
        <translation>导出的文件不再加密，用完请删除。</translation>
    </message>
    <message>
        <source>The office is encrypted. Nobody can help who has neither a password nor the recovery sheet, not even we.</source>
        <translation>档案库是加密的。密码和恢复码都没有了，谁也打不开，我们也不能。</translation>
    </message>
    <message>
        <source>You leave your desk: %1 (%2). What you were typing is there again when you come back. It also locks by itself.</source>
        <translation>离开座位时：%1（%2）。回来后，刚才输入的内容还在。长时间不操作也会自动锁定。</translation>
    </message>
    <message>
        <source>After how many minutes, you choose under %1 (%2): %3.</source>
        <translation>几分钟后自动锁定，在%1（%2）的%3里设定。</translation>
    </message>
    <message>
        <source>%1: another password, or a key file besides, so that a password that somebody has seen opens nothing.</source>
        <translation>%1：可以更换密码，或再加一个密钥文件，这样别人即使看到密码也打不开。</translation>
    </message>
    <message>
        <source>The recovery sheet was made with the office. It belongs into a safe, on paper. If it is lost, a data administrator makes a new one under %1: %2.</source>
        <translation>恢复码是创建档案库时生成的，应打印出来放进保险柜。如果丢失，数据管理员可以在%1里点击%2重新生成。</translation>
    </message>
    <message>
        <source>A colleague has forgotten the password? A data administrator gives a new one under %1.</source>
        <translation>同事忘了密码？数据管理员可以在%1里重设密码。</translation>
    </message>
    <message>
        <source>A change that is approved</source>
        <translation>需要审批的修改</translation>
    </message>
    <message>
        <source>Merge, and undo a merge</source>
        <translation>合并重复的客户，也能撤销</translation>
    </message>
    <message>
        <source>Lock, keys, recovery sheet</source>
        <translation>锁定、密钥和恢复码</translation>
    </message>
</context>
<context>
    <name>ui::GuideDialog</name>
    <message>
        <source>Guide for the first day</source>
        <translation>新手指南</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Try it: %1</source>
        <translation>试一试：%1</translation>
    </message>
</context>
<context>
    <name>ui::HandoverDialog</name>
    <message>
        <source>Counting…</source>
        <translation>正在计数…</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Hand over clients</source>
        <translation>移交客户</translation>
    </message>
    <message>
        <source>Clients of %1</source>
        <translation>%1 的客户</translation>
    </message>
    <message>
        <source>New owner</source>
        <translation>新负责人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>There is nothing to hand over: no client is theirs.</source>
        <translation>没有可移交的：此人不负责任何客户。</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s), archived ones too, get another owner. The history of each names both, and they can be handed back in the same way.</source>
        <translation>
            <numerusform>%n 个客户（包括已归档的）将换负责人。每个客户的历史都会记下两人，也可以用同样的方法还回去。</numerusform>
        </translation>
    </message>
    <message>
        <source>Handing over clients</source>
        <translation>移交客户</translation>
    </message>
    <message>
        <source>Nothing is handed over, or on a shared office what was saved until then; the same again does the rest.</source>
        <translation>停止后不会移交；若档案库放在共享文件夹，停止前已保存的部分会保留，再移交一次即可完成其余部分。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>ui::HelpMark</name>
    <message>
        <source>Help: %1</source>
        <translation>说明：%1</translation>
    </message>
</context>
<context>
    <name>ui::HistoryView</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>%1, approved by %2</source>
        <translation>%1，经 %2 审批</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>%1 → (empty)</source>
        <translation>%1 → （空）</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>The values stayed as they were.</source>
        <translation>内容没有变化。</translation>
    </message>
    <message>
        <source>Undo this merge</source>
        <translation>撤销这次合并</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Apart again: %1</source>
        <translation>重新分开：%1</translation>
    </message>
    <message>
        <source>Made one with %1</source>
        <translation>与 %1 合并</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Merge again…</source>
        <translation>再次合并…</translation>
    </message>
    <message>
        <source>✓ signed, entry %1</source>
        <translation>✓ 已签名，第 %1 条</translation>
    </message>
    <message>
        <source>✕ signature does not hold</source>
        <translation>✕ 签名不成立</translation>
    </message>
</context>
<context>
    <name>ui::HomePage</name>
    <message>
        <source>counted at %1</source>
        <translation>统计于 %1</translation>
    </message>
    <message>
        <source>since today</source>
        <translation>今天提出</translation>
    </message>
    <message>
        <source>1 to 2 days</source>
        <translation>1 至 2 天</translation>
    </message>
    <message>
        <source>3 to 7 days</source>
        <translation>3 至 7 天</translation>
    </message>
    <message>
        <source>longer</source>
        <translation>7 天以上</translation>
    </message>
    <message numerus="yes">
        <source>%n of them overdue</source>
        <translation>
            <numerusform>其中 %n 项已逾期</numerusform>
        </translation>
    </message>
    <message>
        <source>None of them is overdue</source>
        <translation>没有逾期</translation>
    </message>
    <message>
        <source>No request is open.</source>
        <translation>没有未决的申请。</translation>
    </message>
    <message>
        <source>active</source>
        <translation>活跃</translation>
    </message>
    <message>
        <source>potential</source>
        <translation>潜在</translation>
    </message>
    <message>
        <source>dormant</source>
        <translation>休眠</translation>
    </message>
    <message>
        <source>no class yet</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>of these drafts</source>
        <translation>其中草稿</translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation>回收站中</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) in use</source>
        <translation>
            <numerusform>共 %n 个在用客户</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no clients yet.</source>
        <translation>还没有客户。</translation>
    </message>
    <message>
        <source>other cities</source>
        <translation>其他城市</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>The records are counted once a day from now on; a line comes with the weeks.</source>
        <translation>从现在起每天统计一次，几周后即可看到走势。</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>资料完整</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>按期更新</translation>
    </message>
    <message>
        <source>no duplicate</source>
        <translation>无重复</translation>
    </message>
    <message>
        <source>Share of the clients; counted once a day since %1</source>
        <translation>占客户总数的比例；自 %1 起每天统计一次</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Waits for you</source>
        <translation>待您处理</translation>
    </message>
    <message>
        <source>Your clients in numbers</source>
        <translation>我的客户统计</translation>
    </message>
    <message>
        <source>The office in numbers</source>
        <translation>全部客户统计</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>重新统计</translation>
    </message>
    <message>
        <source>Open requests by age</source>
        <translation>未决申请（按等待时间）</translation>
    </message>
    <message>
        <source>Clients by state</source>
        <translation>客户状态</translation>
    </message>
    <message>
        <source>Clients by city</source>
        <translation>客户所在城市</translation>
    </message>
    <message>
        <source>Quality by week</source>
        <translation>每周资料质量</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Not everything could be read: %1</source>
        <translation>部分内容无法读取：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) to decide are overdue</source>
        <translation>
            <numerusform>%n 项待审批的申请已逾期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) to decide today</source>
        <translation>
            <numerusform>%n 项申请今天到期，待审批</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) to decide later</source>
        <translation>
            <numerusform>%n 项申请待审批，尚未到期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n import(s) did not come to the end</source>
        <translation>
            <numerusform>%n 次导入没有完成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your requests came back refused or outdated</source>
        <translation>
            <numerusform>您的 %n 项申请被驳回或已过时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your requests were approved this week</source>
        <translation>
            <numerusform>您的 %n 项申请近 7 天内已获批准</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your requests wait for an answer</source>
        <translation>
            <numerusform>您的 %n 项申请正在等待审批</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) of possible duplicates among your clients</source>
        <translation>
            <numerusform>您的客户中有 %n 组可能重复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) of possible duplicates</source>
        <translation>
            <numerusform>有 %n 组客户可能重复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your clients are drafts: something is missing</source>
        <translation>
            <numerusform>您的 %n 个客户仍是草稿，资料不全</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your clients are due for an update</source>
        <translation>
            <numerusform>您的 %n 个客户该更新资料了</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>没有待办事项。</translation>
    </message>
    <message>
        <source>My drafts</source>
        <translation>我的草稿</translation>
    </message>
    <message>
        <source>Due for an update</source>
        <translation>该更新的客户</translation>
    </message>
</context>
<context>
    <name>ui::ImportColumns</name>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Choose another where the text below cannot be read.</source>
        <translation>如果下方文字无法辨认，请换一种编码。</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n column(s)</source>
        <translation>
            <numerusform>%1 · %n 列</numerusform>
        </translation>
    </message>
    <message>
        <source>Field of the column %1</source>
        <translation>列“%1”对应的字段</translation>
    </message>
    <message>
        <source>✕ No column is the client&apos;s name. Choose it above.</source>
        <translation>✕ 没有哪一列是客户名称，请在上方选择。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>▲ A spreadsheet has cut long numbers here (4.40301E+17); they are not stored: %1</source>
        <translation>▲ 以下列中的长数字已被表格软件截断（4.40301E+17），不会保存：%1</translation>
    </message>
    <message>
        <source>Left out, because no field was found for them: %1</source>
        <translation>没有找到对应字段，不导入：%1</translation>
    </message>
    <message>
        <source>Keep the columns without a field as own fields</source>
        <translation>没有对应字段的列保留为自定义字段</translation>
    </message>
    <message>
        <source>The fields are those of the last import of a file with these columns.</source>
        <translation>各列的字段沿用上次导入同样表头的文件时的选择。</translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>不再沿用</translation>
    </message>
    <message>
        <source>Propose the fields anew, and remember nothing of these columns</source>
        <translation>重新建议字段，并忘记这些列的对应关系</translation>
    </message>
    <message>
        <source>ID number or account</source>
        <translation>身份证号或账号</translation>
    </message>
    <message>
        <source>Sealed as they come in, so that only data administrators can open them: %1. Whoever imports them vouches for the clients&apos; consent.</source>
        <translation>导入时加密保存，只有数据管理员能查看：%1。导入人须确保已获客户同意。</translation>
    </message>
    <message>
        <source>Next encoding</source>
        <translation>换一种编码</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>文件的各列</translation>
    </message>
    <message>
        <source>Row above</source>
        <translation>上一行</translation>
    </message>
    <message>
        <source>Row below</source>
        <translation>下一行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列名</translation>
    </message>
    <message>
        <source>What stands in it</source>
        <translation>内容示例</translation>
    </message>
    <message>
        <source>Goes into the field</source>
        <translation>对应字段</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Line %1 of the file becomes</source>
        <translation>文件第 %1 行将成为</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ui::ImportCounts</name>
    <message>
        <source>What the import does</source>
        <translation>导入结果</translation>
    </message>
    <message>
        <source>rows in the file</source>
        <translation>文件行数</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>退回</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait for approval.</source>
        <translation>
            <numerusform>%n 项修改等待审批。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ %n number(s) were cut by a spreadsheet and were not stored; the records are marked.</source>
        <translation>
            <numerusform>▲ 有 %n 个数字已被电子表格损坏，没有保存；相应记录已做标记。</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>▲ Named as owners, but not people of this office; their rows become yours: %1</source>
        <translation>▲ 以下负责人不是本档案库的人员，相应客户归您负责：%1</translation>
    </message>
    <message>
        <source>Rejected rows, with the reason of each: %1</source>
        <translation>退回的行及原因：%1</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Worth a look later</source>
        <translation>稍后可查看</translation>
    </message>
    <message>
        <source>These rows come in and are marked; nothing of them is lost.</source>
        <translation>这些行照常导入并做标记，不会丢失内容。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are clients of this office already, or repeat a row above.</source>
        <translation>
            <numerusform>%n 行已是本单位的客户，或与上面的行重复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sealed, so that only data administrators can open them: %1</source>
        <translation>已加密保存，只有数据管理员能查看：%1</translation>
    </message>
    <message numerus="yes">
        <source>▲ %n ID or card number(s) stood in other columns and were sealed.</source>
        <translation>
            <numerusform>▲ 其他列中的 %n 个身份证号或卡号已取出并加密保存。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ %n second ID or card number(s) of a row had no place and were left out.</source>
        <translation>
            <numerusform>▲ 有 %n 个多余的身份证号或卡号无处存放，未导入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Among so many rows nobody has looked for clients that are here already; choose what becomes of them, and they are counted.</source>
        <translation>行数较多，尚未查找已有客户；请选择处理方式，随后会统计数量。</translation>
    </message>
    <message>
        <source>Correct them now</source>
        <translation>现在更正</translation>
    </message>
</context>
<context>
    <name>ui::ImportRowModel</name>
    <message>
        <source>new, beside ours</source>
        <translation>另存一条</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>goes into %1</source>
        <translation>写入 %1</translation>
    </message>
    <message>
        <source>goes into line %1</source>
        <translation>并入第 %1 行</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>cannot come in</source>
        <translation>无法导入</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>being tried…</source>
        <translation>正在核对……</translation>
    </message>
    <message>
        <source>%1, corrected</source>
        <translation>%1，已更正</translation>
    </message>
    <message>
        <source>In the file: %1</source>
        <translation>文件中的值：%1</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>left out, nothing new</source>
        <translation>跳过，无新内容</translation>
    </message>
</context>
<context>
    <name>ui::ImportRows</name>
    <message>
        <source>To look at</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Cannot come in</source>
        <translation>无法导入</translation>
    </message>
    <message>
        <source>Clients already</source>
        <translation>已是客户</translation>
    </message>
    <message>
        <source>Repeat a row above</source>
        <translation>与上文重复</translation>
    </message>
    <message>
        <source>Corrected or chosen</source>
        <translation>已更正或已选择</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>全部行</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Nothing to look at here: the rows come in as they are. “All rows” shows them.</source>
        <translation>没有需要核对的行，将原样导入。点“全部行”可以查看。</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>文件的各行</translation>
    </message>
    <message>
        <source>As for all (A)</source>
        <translation>同上统一处理（A）</translation>
    </message>
    <message>
        <source>What is chosen above for all of them</source>
        <translation>按上面为所有行选定的方式处理</translation>
    </message>
    <message>
        <source>Store (S)</source>
        <translation>保存（S）</translation>
    </message>
    <message>
        <source>As a client of its own, beside the one we have</source>
        <translation>另存为一个新客户，与已有客户并存</translation>
    </message>
    <message>
        <source>Into ours (U)</source>
        <translation>写入已有（U）</translation>
    </message>
    <message>
        <source>Its values go into the client we have</source>
        <translation>把这一行的值写入已有客户</translation>
    </message>
    <message>
        <source>Ask for it (R)</source>
        <translation>提交申请（R）</translation>
    </message>
    <message>
        <source>Its values become a request</source>
        <translation>这一行的值转为变更申请</translation>
    </message>
    <message>
        <source>Leave out (L)</source>
        <translation>跳过（L）</translation>
    </message>
    <message>
        <source>The row does not come in</source>
        <translation>这一行不导入</translation>
    </message>
    <message>
        <source>As in the file</source>
        <translation>恢复文件原值</translation>
    </message>
    <message>
        <source>Takes back what was corrected in this row</source>
        <translation>撤销对这一行的更正</translation>
    </message>
    <message>
        <source>Next to look at (F8)</source>
        <translation>下一处待核对（F8）</translation>
    </message>
    <message>
        <source>Repeats line %1 of the file.</source>
        <translation>与文件第 %1 行重复。</translation>
    </message>
    <message>
        <source>Is the client %1 of %2 already.</source>
        <translation>已是客户 %1（负责人 %2）。</translation>
    </message>
    <message>
        <source>Is the client %1 (%2, %3) already.</source>
        <translation>已是客户：%1（%2，负责人 %3）。</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Differs: %1</source>
        <translation>差异：%1</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
</context>
<context>
    <name>ui::ImportWizard</name>
    <message>
        <source>leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>keep as own field</source>
        <translation>保留为自定义字段</translation>
    </message>
    <message>
        <source>given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>middle name</source>
        <translation>中间名</translation>
    </message>
    <message>
        <source>family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>organization</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>address in one line</source>
        <translation>整行地址</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Bring a file in</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>CSV or text from a spreadsheet, Outlook, Google Contacts, Zoho and others. Encoding, columns and titles are found by themselves; nothing is stored before you have seen it.</source>
        <translation>来自电子表格、Outlook、Google 通讯录、Zoho 等的 CSV 或文本文件。编码、列和标题会自动识别；在您看过之前不会保存任何内容。</translation>
    </message>
    <message>
        <source>Drop a file here, or</source>
        <translation>将文件拖到这里，或者</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What the columns mean</source>
        <translation>各列的含义</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>You can go on working meanwhile. Stopping leaves nothing behind.</source>
        <translation>期间您可以继续工作。停止后不会留下任何内容。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入完成</translation>
    </message>
    <message>
        <source>Undo import</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv);;All files (*)</source>
        <translation>表格 (*.csv *.txt *.tsv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Trying it out, without storing anything…</source>
        <translation>正在试运行，不保存任何内容…</translation>
    </message>
    <message>
        <source>The import was taken back.</source>
        <translation>导入已撤销。</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>导入效果预览</translation>
    </message>
    <message numerus="yes">
        <source>%n new client(s) may be in the office already: see Duplicates.</source>
        <translation>
            <numerusform>有 %n 条新档案可能已在档案库中：请看“查重”。</numerusform>
        </translation>
    </message>
    <message>
        <source>title before the name</source>
        <translation>姓名前的头衔</translation>
    </message>
    <message>
        <source>suffix behind the name</source>
        <translation>姓名后缀</translation>
    </message>
    <message>
        <source>Waits for approval: %1</source>
        <translation>等待审批：%1</translation>
    </message>
    <message>
        <source>Have it approved first</source>
        <translation>先经审批</translation>
    </message>
    <message>
        <source>Reason, for who decides</source>
        <translation>原因，供审批人参考</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>Handing in for approval</source>
        <translation>正在提交审批</translation>
    </message>
    <message>
        <source>Choose %1 again</source>
        <translation>重新选择 %1</translation>
    </message>
    <message>
        <source>Going on</source>
        <translation>继续导入</translation>
    </message>
    <message>
        <source>You can go on working meanwhile. What came in before is not stored again. Stopping takes all of it back.</source>
        <translation>其间可以继续工作。之前已导入的不会重复保存。停止则全部撤销。</translation>
    </message>
    <message>
        <source>Take the import back</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>What it created goes, what it changed gets its old values again; what was edited since stays. Take the import of %1 back?</source>
        <translation>由它新建的客户将被移除，被它改动的恢复原值；之后又编辑过的保持不变。要撤销 %1 的导入吗？</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>正在撤销</translation>
    </message>
    <message>
        <source>You can go on working meanwhile. Stopped, it can be taken back later.</source>
        <translation>其间可以继续工作。停止后，以后还可以接着撤销。</translation>
    </message>
    <message numerus="yes">
        <source>The import was taken back; %n client(s) edited since stay.</source>
        <translation>
            <numerusform>导入已撤销；之后编辑过的 %n 位客户保持不变。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>Stopped, nothing of it stays.</source>
        <translation>停止后不会留下任何内容。</translation>
    </message>
    <message>
        <source>Handing in %1</source>
        <translation>提交 %1 审批</translation>
    </message>
    <message>
        <source>Taking back %1</source>
        <translation>撤销导入 %1</translation>
    </message>
    <message>
        <source>Stopped, all of it is taken back.</source>
        <translation>停止后整批撤销。</translation>
    </message>
    <message>
        <source>Taking back an import</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>Stopped, it can be taken back later.</source>
        <translation>停止后，以后还可以再撤销。</translation>
    </message>
    <message>
        <source>Stop it and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Trying it out, without storing anything: %1 %</source>
        <translation>正在试导入（不保存任何内容）：%1%</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>第 %1 行，共 %2 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>%1 rows per second</source>
        <translation>每秒 %1 行</translation>
    </message>
    <message>
        <source>Beside the name of each column stands what is in it, and the field it goes into. Change what is not right.</source>
        <translation>每一列名称旁边是该列的内容和对应的字段。不对的地方请修改。</translation>
    </message>
    <message>
        <source>Rows that are clients already</source>
        <translation>已是客户的行</translation>
    </message>
    <message>
        <source>Store beside ours</source>
        <translation>另存一条</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Put into ours</source>
        <translation>写入已有客户</translation>
    </message>
    <message>
        <source>Ask to put into ours</source>
        <translation>申请写入已有客户</translation>
    </message>
    <message>
        <source>They come in all the same; the search for duplicates shows both.</source>
        <translation>照常导入，查重时两条都会列出。</translation>
    </message>
    <message>
        <source>Nothing of such a row comes in.</source>
        <translation>这样的行完全不导入。</translation>
    </message>
    <message>
        <source>Filled cells replace what stands in the client, empty ones change nothing; phones, tags, contacts and notes are put together.</source>
        <translation>有内容的单元格覆盖客户原有的值，空单元格不改动；电话、标签、联系人和备注合并保留。</translation>
    </message>
    <message>
        <source>The client stays as it is until somebody has approved the change.</source>
        <translation>审批通过之前，客户资料保持不变。</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止……</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>The import of %1, which has not begun</source>
        <translation>尚未开始的导入：%1</translation>
    </message>
    <message>
        <source>Leave the import</source>
        <translation>放弃导入</translation>
    </message>
    <message>
        <source>What you corrected and chose in the rows would be gone; the file stays as it is.</source>
        <translation>您在各行中所做的更正和选择将丢失；文件本身不变。</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>%1: it goes on, but how it ended would not be shown</source>
        <translation>%1：会继续进行，但看不到结果</translation>
    </message>
    <message>
        <source>What you chose for the columns would be gone; the file stays as it is.</source>
        <translation>您为各列所做的选择将丢失；文件本身不变。</translation>
    </message>
</context>
<context>
    <name>ui::InboxPage</name>
    <message>
        <source>For me to decide</source>
        <translation>待我审批</translation>
    </message>
    <message>
        <source>What I asked for</source>
        <translation>我提交的</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>The inbox could not be read</source>
        <translation>无法读取审批箱</translation>
    </message>
    <message>
        <source>You have asked for nothing</source>
        <translation>您没有提交过申请</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>没有等待您处理的申请</translation>
    </message>
    <message>
        <source>When you change something that somebody else approves, it stands here.</source>
        <translation>您修改的内容如需他人审批，会列在这里。</translation>
    </message>
    <message>
        <source>Changes that your colleagues may not decide themselves will stand here.</source>
        <translation>同事无权自行决定的修改会列在这里。</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超期</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后</translation>
    </message>
    <message>
        <source>Say in a word why, so that the person who asked can do it right.</source>
        <translation>请简单说明原因，便于申请人改正。</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) approved.</source>
        <translation>
            <numerusform>已批准 %n 项申请。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) rejected.</source>
        <translation>
            <numerusform>已退回 %n 项申请。</numerusform>
        </translation>
    </message>
    <message>
        <source>Withdrawn.</source>
        <translation>已撤回。</translation>
    </message>
    <message>
        <source>Which requests</source>
        <translation>申请范围</translation>
    </message>
    <message>
        <source>Asked again, on the record as it is now.</source>
        <translation>已按记录的当前内容重新提交。</translation>
    </message>
    <message>
        <source>J, K: next, previous · Ctrl+A: all</source>
        <translation>J、K：下一条、上一条 · Ctrl+A：全选</translation>
    </message>
    <message numerus="yes">
        <source>%n h over</source>
        <translation>
            <numerusform>逾期 %n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h left</source>
        <translation>
            <numerusform>剩 %n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>Working time, until %1</source>
        <translation>按工作时间计算，截止 %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待审批</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已有结果</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>The time left counts working hours only, 9:00 to 18:00 on working days. Weekends and public holidays do not count; working days that make up for a holiday do. What is overdue stands first.</source>
        <translation>剩余时间只按工作时间计算，即工作日 9:00 到 18:00。周末和法定节假日不计，调休上班日照常计算。已超期的排在最前。</translation>
    </message>
    <message>
        <source>Your word on the request %1</source>
        <translation>您对申请 %1 写的意见</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ui::JobBar</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>ui::KeyFileField</name>
    <message>
        <source>Key file</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Use this file</source>
        <translation>使用此文件</translation>
    </message>
</context>
<context>
    <name>ui::KeyOverview</name>
    <message>
        <source>No key for that. Ctrl+K finds everything that can be done.</source>
        <translation>没有这样的快捷键。按 Ctrl+K 可以找到所有能做的事。</translation>
    </message>
    <message>
        <source>Keyboard overview</source>
        <translation>快捷键一览</translation>
    </message>
    <message>
        <source>Search: what, or a key</source>
        <translation>搜索：功能或按键</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>搜索快捷键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>On this page: %1</source>
        <translation>当前页面：%1</translation>
    </message>
</context>
<context>
    <name>ui::KeysDialog</name>
    <message>
        <source>password alone</source>
        <translation>仅密码</translation>
    </message>
    <message>
        <source>key file</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>computer: %1</source>
        <translation>电脑：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Use this from now on</source>
        <translation>从现在起使用</translation>
    </message>
    <message>
        <source>My password and keys</source>
        <translation>我的密码和密钥</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>New password…</source>
        <translation>新密码…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The password alone</source>
        <translation>仅密码</translation>
    </message>
    <message>
        <source>Whoever learns it can open the office with a copy of the folder.</source>
        <translation>知道密码的人，凭文件夹的副本就能打开档案库。</translation>
    </message>
    <message>
        <source>The password and a key file</source>
        <translation>密码加密钥文件</translation>
    </message>
    <message>
        <source>Any file, or the name of a new one that is made. Keep it on a stick, not beside the office, and a copy in a safe place: without it the password opens nothing.</source>
        <translation>任意文件，或输入新文件名由程序生成。请存放在U盘上，不要放在档案库旁边，并在安全处另存一份：没有它，密码什么也打不开。</translation>
    </message>
    <message>
        <source>The password, on this computer</source>
        <translation>密码，仅限本机</translation>
    </message>
    <message>
        <source>A secret in this computer&apos;s keystore becomes part of the key: who learns the password opens nothing elsewhere. It does not protect against somebody at your account here. If the computer is lost, a data administrator gives you a new password.</source>
        <translation>本机密钥库中的一个秘密成为密钥的一部分：知道密码的人在别处什么也打不开。它不能防范在本机使用您账户的人。电脑丢失时，由数据管理员为您设置新密码。</translation>
    </message>
    <message>
        <source>This computer has no keystore that the program can use. A key file does the same.</source>
        <translation>本机没有程序可用的密钥库。密钥文件有同样的作用。</translation>
    </message>
    <message>
        <source>The password alone still opens it elsewhere (no protection any more)</source>
        <translation>在别处仅凭密码仍可打开（不再有保护作用）</translation>
    </message>
    <message>
        <source>What opens the office for you now: %1</source>
        <translation>您现在打开档案库的方式：%1</translation>
    </message>
    <message>
        <source>%1 (this computer)</source>
        <translation>%1（本机）</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>This computer is enrolled.</source>
        <translation>本机已登记。</translation>
    </message>
    <message>
        <source>The password alone opens the office now.</source>
        <translation>现在仅凭密码即可打开档案库。</translation>
    </message>
    <message>
        <source>The office opens with your password and this key file now.</source>
        <translation>现在用您的密码和此密钥文件打开档案库。</translation>
    </message>
    <message>
        <source>The computer is forgotten.</source>
        <translation>该电脑已移除。</translation>
    </message>
    <message>
        <source>Type your present password first.</source>
        <translation>请先输入当前密码。</translation>
    </message>
</context>
<context>
    <name>ui::LabelSheet</name>
    <message>
        <source>%1 on %2, %3 × %4 mm (%5)</source>
        <translation>%2 每张 %1 枚，%3 × %4 毫米（%5）</translation>
    </message>
</context>
<context>
    <name>ui::LeaveDialog</name>
    <message>
        <source>Save, and close when all is done</source>
        <translation>保存，全部完成后关闭</translation>
    </message>
    <message>
        <source>Save, and log out when all is done</source>
        <translation>保存，全部完成后退出登录</translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>保存并关闭</translation>
    </message>
    <message>
        <source>Save and log out</source>
        <translation>保存并退出登录</translation>
    </message>
    <message>
        <source>Close when it is done</source>
        <translation>完成后关闭</translation>
    </message>
    <message>
        <source>Log out when it is done</source>
        <translation>完成后退出登录</translation>
    </message>
    <message>
        <source>Stop, do not save, close</source>
        <translation>停止，不保存，关闭</translation>
    </message>
    <message>
        <source>Stop, do not save, log out</source>
        <translation>停止，不保存，退出登录</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>不保存，直接关闭</translation>
    </message>
    <message>
        <source>Log out without saving</source>
        <translation>不保存，直接退出登录</translation>
    </message>
    <message>
        <source>Stop it and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Stop it and log out</source>
        <translation>停止并退出登录</translation>
    </message>
    <message>
        <source>Close now?</source>
        <translation>现在关闭吗？</translation>
    </message>
    <message>
        <source>Log out now?</source>
        <translation>现在退出登录吗？</translation>
    </message>
    <message>
        <source>It is not saved yet.</source>
        <translation>还没有保存。</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>继续使用</translation>
    </message>
    <message>
        <source>Keep the window open to bring it to its end.</source>
        <translation>保持窗口打开，才能继续完成。</translation>
    </message>
</context>
<context>
    <name>ui::Leaving</name>
    <message>
        <source>%1, at %2 %</source>
        <translation>%1，已完成 %2%</translation>
    </message>
    <message>
        <source>Closes as soon as all is done.</source>
        <translation>全部完成后将自动关闭。</translation>
    </message>
    <message>
        <source>Logs out as soon as all is done.</source>
        <translation>全部完成后将自动退出登录。</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>继续使用</translation>
    </message>
    <message>
        <source>Something that was typed or prepared is not saved. It would be lost.</source>
        <translation>有已填写或已准备的内容还没有保存，会丢失。</translation>
    </message>
    <message>
        <source>Long work is still running. It would be stopped.</source>
        <translation>还有耗时的工作正在进行，会被停止。</translation>
    </message>
</context>
<context>
    <name>ui::LimitsDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Limits of the log</source>
        <translation>日志的限度</translation>
    </message>
    <message>
        <source>From when on something is unusual</source>
        <translation>超过多少算异常</translation>
    </message>
    <message>
        <source>Whoever goes past a limit is listed for managers of his department, data administrators and auditors. A change stands in the log.</source>
        <translation>超出限度的人会列给其部门经理、数据管理员和审计员查看。更改会记入日志。</translation>
    </message>
    <message>
        <source>Whoever goes past a limit is listed for managers of his department, data administrators and auditors. A data administrator can change the limits.</source>
        <translation>超出限度的人会列给其部门经理、数据管理员和审计员查看。限度由数据管理员更改。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ui::ListColumns</name>
    <message>
        <source>Pending</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>Duplicate?</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>久未更新</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>ui::LogDetail</name>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>电脑</translation>
    </message>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>✓ The signature holds.</source>
        <translation>✓ 签名有效。</translation>
    </message>
    <message>
        <source>It was removed: its time was over, or what it was about was erased.</source>
        <translation>已清除：保留期已过，或所涉对象已被删除。</translation>
    </message>
    <message>
        <source>Entry %1, hash %2…</source>
        <translation>第 %1 条，哈希 %2…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选条件</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Number of the office</source>
        <translation>档案库编号</translation>
    </message>
    <message>
        <source>Entry of the log</source>
        <translation>日志条目</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>打印内容</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现值</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ui::LogPage</name>
    <message>
        <source>Reading the log…</source>
        <translation>正在读取日志…</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>做了什么</translation>
    </message>
    <message>
        <source>Unusual</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Which part of the log</source>
        <translation>日志的哪一部分</translation>
    </message>
    <message>
        <source>Verify the log</source>
        <translation>验证日志</translation>
    </message>
    <message>
        <source>Export the log…</source>
        <translation>导出日志…</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>The last 365 days</source>
        <translation>最近 365 天</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Client&apos;s id</source>
        <translation>客户编号</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>电脑</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>This log is not yours to see</source>
        <translation>您无权查看此日志</translation>
    </message>
    <message>
        <source>The log could not be read</source>
        <translation>无法读取日志</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>没有内容</translation>
    </message>
    <message>
        <source>Nothing of this kind was done. Ask for another person, time or kind.</source>
        <translation>没有符合条件的操作。请换一个人员、时间或类型。</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>Entry %1; the signature holds</source>
        <translation>第 %1 条；签名有效</translation>
    </message>
    <message>
        <source>Export the log</source>
        <translation>导出日志</translation>
    </message>
    <message>
        <source>log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n lines of the log are in the file.</source>
        <translation>
            <numerusform>文件中有 %n 行日志。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export of the log</source>
        <translation>导出日志</translation>
    </message>
    <message>
        <source>Stopped, there is no file.</source>
        <translation>停止后不会生成文件。</translation>
    </message>
    <message>
        <source>No such client</source>
        <translation>没有这个客户</translation>
    </message>
</context>
<context>
    <name>ui::LogVerifyBar</name>
    <message>
        <source>Verifying every entry, its signature and the rows it stands for…</source>
        <translation>正在验证每一条日志、其签名及所代表的内容…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Entry %1 is the first that is not what was signed. %2 Stop working in this office and tell whoever looks after it.</source>
        <translation>从第 %1 条起与签名时不符。%2 请停止使用本档案库，并告知负责人。</translation>
    </message>
    <message numerus="yes">
        <source>%n entries verified: each is signed by its author and follows the one before it.</source>
        <translation>
            <numerusform>已验证 %n 条日志：每条均由作者签名，且前后衔接。</numerusform>
        </translation>
    </message>
    <message>
        <source>There are more such gaps.</source>
        <translation>还有更多这样的缺口。</translation>
    </message>
    <message>
        <source>Verifying the log</source>
        <translation>核验日志</translation>
    </message>
    <message>
        <source>Nothing is changed by it.</source>
        <translation>不会改动任何内容。</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>%1 (practice) - Dossier</source>
        <translation>%1（练习）- 客户档案</translation>
    </message>
    <message>
        <source>%1 - Dossier</source>
        <translation>%1 - 客户档案</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>审批箱</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>查重</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Your password is changed.</source>
        <translation>您的密码已修改。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Your changes to “%1”</source>
        <translation>您对“%1”的修改</translation>
    </message>
    <message>
        <source>The new client “%1” that you are typing</source>
        <translation>正在录入的新客户“%1”</translation>
    </message>
    <message>
        <source>The new client that you are typing</source>
        <translation>正在录入的新客户</translation>
    </message>
    <message>
        <source>No client is listed: there is nothing to print.</source>
        <translation>列表中没有客户，没有可打印的内容。</translation>
    </message>
    <message>
        <source>What you are typing comes first.</source>
        <translation>请先处理正在输入的内容。</translation>
    </message>
    <message>
        <source>Open in a window of its own</source>
        <translation>在单独窗口中打开</translation>
    </message>
    <message>
        <source>What you are typing comes first: save it, or leave it with Esc.</source>
        <translation>请先处理正在输入的内容：保存，或按 Esc 放弃。</translation>
    </message>
    <message>
        <source>The window is made anew for this. What cannot go along would be lost:</source>
        <translation>窗口需要重新打开，以下内容带不过去，会丢失：</translation>
    </message>
    <message>
        <source>Not finished yet</source>
        <translation>还没做完</translation>
    </message>
    <message>
        <source>Go on, and lose it</source>
        <translation>继续，不保留</translation>
    </message>
</context>
<context>
    <name>ui::MergeDialog</name>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message numerus="yes">
        <source>Make %n records one</source>
        <translation>
            <numerusform>将 %n 条记录合并为一条</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The records do not contradict each other. Nothing is lost; the merge can be undone on any later day.</source>
        <translation>各记录没有矛盾。不会丢失任何内容；合并以后任何一天都可以撤销。</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) differ and stand first, marked ≠. Click the value that is right, or type another under Result. Phones, e-mails, contacts, tags and notes are put together. The merge can be undone on any later day.</source>
        <translation>
            <numerusform>有 %n 个字段不一致，排在最前并标有 ≠。请点选正确的值，或在“结果”中输入。电话、邮箱、联系人、标签和备注会汇总。合并以后任何一天都可以撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>Merged into %1.</source>
        <translation>已合并到 %1。</translation>
    </message>
    <message>
        <source>The merge was asked for; somebody else approves it.</source>
        <translation>合并申请已提交，由他人审批。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Why they are one client; it stands in the history</source>
        <translation>为何是同一客户，将记入历史</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Why they may be one: %1</source>
        <translation>疑似同一客户的依据：%1</translation>
    </message>
    <message>
        <source>Why %1 may be the one that stays: %2</source>
        <translation>%1 与保留记录疑似同一客户的依据：%2</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>Data administration approves it before it happens.</source>
        <translation>须经数据管理员审批后才会合并。</translation>
    </message>
    <message>
        <source>The head of the department approves it before it happens.</source>
        <translation>须经部门经理审批后才会合并。</translation>
    </message>
    <message>
        <source>An important field changes: %1.</source>
        <translation>重要字段将被更改：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>They do not look like one client: %1</source>
        <translation>看起来不是同一客户：%1</translation>
    </message>
    <message>
        <source>%1 does not look like the one that stays: %2</source>
        <translation>%1 看起来与保留记录不是同一客户：%2</translation>
    </message>
    <message numerus="yes">
        <source>The merge of %n records that you are preparing</source>
        <translation>
            <numerusform>正在准备的 %n 条记录的合并</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave the merge</source>
        <translation>放弃合并</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Next difference (F8)</source>
        <translation>下一处差异（F8）</translation>
    </message>
    <message>
        <source>Take all of this record (T)</source>
        <translation>全部取自此记录（T）</translation>
    </message>
    <message>
        <source>Undo choice</source>
        <translation>撤销选择</translation>
    </message>
    <message>
        <source>F8 or N; Shift+F8 or P goes back</source>
        <translation>F8 或 N；Shift+F8 或 P 为上一处</translation>
    </message>
    <message>
        <source>Every value that the record of the chosen column has</source>
        <translation>当前列的记录中凡有值的字段都采用它的值</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>全部字段</translation>
    </message>
    <message>
        <source>%1 of %2 settled</source>
        <translation>已确定 %1 项，共 %2 项</translation>
    </message>
    <message>
        <source>What you chose and typed would be gone; the records stay as they are.</source>
        <translation>您选的和填的都会丢失，记录本身不变。</translation>
    </message>
</context>
<context>
    <name>ui::MergeStarter</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>ui::MergeTable</name>
    <message>
        <source>Values of the records</source>
        <translation>各记录的值</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>needs approval</source>
        <translation>需审批</translation>
    </message>
    <message>
        <source>%1; an important field: somebody else approves the change</source>
        <translation>%1；重要字段，更改须经他人审批</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>moves along</source>
        <translation>随之转移</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留记录的值</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>同上次合并</translation>
    </message>
    <message>
        <source>put together</source>
        <translation>汇总</translation>
    </message>
    <message>
        <source>%1, count</source>
        <translation>%1数量</translation>
    </message>
    <message>
        <source>Click: this record stays (K)</source>
        <translation>点击：保留此记录（K）</translation>
    </message>
</context>
<context>
    <name>ui::MergeUndoer</name>
    <message>
        <source>The undo was asked for; somebody else approves it.</source>
        <translation>撤销合并的申请已提交，由他人审批。</translation>
    </message>
    <message numerus="yes">
        <source>The merge was undone; %n record(s) are back.</source>
        <translation>
            <numerusform>合并已撤销，恢复了 %n 条记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>The merge was undone; %1 is back.</source>
        <translation>合并已撤销，%1 已恢复。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Merge again</source>
        <translation>再次合并</translation>
    </message>
    <message>
        <source>Merged again into %1.</source>
        <translation>已再次合并到 %1。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The merge was asked for; somebody else approves it.</source>
        <translation>合并申请已提交，由他人审批。</translation>
    </message>
</context>
<context>
    <name>ui::NewPassword</name>
    <message>
        <source>Once more</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>两次输入的密码不一致。</translation>
    </message>
    <message>
        <source>Suggest one</source>
        <translation>推荐一个</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Suggested passphrase</source>
        <translation>推荐的口令</translation>
    </message>
    <message>
        <source>Five words by chance: %1 bits, one of more than a million billion billion. Write it down and keep the paper with you until you know it.</source>
        <translation>随机选出的五个词：%1 位，是超过一亿亿亿种可能中的一种。请抄在纸上随身保管，直到记住为止。</translation>
    </message>
</context>
<context>
    <name>ui::NewRecoveryDialog</name>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>New recovery code</source>
        <translation>新的恢复码</translation>
    </message>
    <message>
        <source>For when the sheet was lost or somebody saw it. The new code counts once you have typed part of it back; until then the old one stays. Copies of the office from before still open with the old code: if it may be in wrong hands, change the office&apos;s key afterwards.</source>
        <translation>用于恢复码纸张丢失或被人看到的情况。您回输其中一部分后新码才生效，在此之前旧码仍有效。以前的档案库副本仍可用旧码打开：如果旧码可能落入他人之手，请随后更换档案库的密钥。</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>您的密码</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Show the new code</source>
        <translation>显示新的恢复码</translation>
    </message>
</context>
<context>
    <name>ui::NoticeBar</name>
    <message>
        <source>Hide this line</source>
        <translation>隐藏此提示</translation>
    </message>
</context>
<context>
    <name>ui::OfficeNotices</name>
    <message>
        <source>Check the office</source>
        <translation>检查档案库</translation>
    </message>
    <message>
        <source>Go on or take back…</source>
        <translation>继续或撤销…</translation>
    </message>
    <message numerus="yes">
        <source>%n of your imports are not finished.</source>
        <translation>
            <numerusform>您有 %n 次导入没有完成。</numerusform>
        </translation>
    </message>
    <message>
        <source>Change the key…</source>
        <translation>更换密钥…</translation>
    </message>
    <message>
        <source>%1 cannot log in any more, but may have a copy of the office&apos;s key.</source>
        <translation>%1 已不能登录，但可能留有档案库密钥的副本。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Open the log</source>
        <translation>打开日志</translation>
    </message>
    <message>
        <source>Entry %1 of the log is not what was signed. %2 Tell the data administrator.</source>
        <translation>日志第 %1 条与签名时不符。%2 请告知数据管理员。</translation>
    </message>
</context>
<context>
    <name>ui::OfficeStatus</name>
    <message>
        <source>saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>What you saved is on its way into the office. You can go on working.</source>
        <translation>您保存的内容正在写入档案库，可以继续工作。</translation>
    </message>
    <message>
        <source>a colleague is saving</source>
        <translation>同事正在保存</translation>
    </message>
    <message>
        <source>One saves at a time. Yours comes next, by itself; you can go on working.</source>
        <translation>同一时间只能有一人保存。轮到您时会自动保存，可以继续工作。</translation>
    </message>
    <message>
        <source>share slow</source>
        <translation>共享盘响应慢</translation>
    </message>
    <message>
        <source>The folder of the office takes long to answer: much is going on in the network, or the connection is bad. Nothing is lost; lists and saves take longer. Over Wi-Fi or VPN, a cable helps.</source>
        <translation>档案库所在文件夹响应很慢：可能网络繁忙或连接不好。数据不会丢失，只是列表和保存会慢一些。如果用的是 Wi-Fi 或 VPN，改用网线会好一些。</translation>
    </message>
    <message>
        <source>share away</source>
        <translation>共享盘连不上</translation>
    </message>
    <message>
        <source>The folder of the office does not answer. What you have typed stays in this window; leave it open. Check the network cable, Wi-Fi or VPN, and whether the computer with the folder is on. When it is back, save again.</source>
        <translation>档案库所在文件夹没有响应。您输入的内容还在本窗口中，请不要关闭窗口。请检查网线、Wi-Fi 或 VPN，以及存放文件夹的电脑是否开机。恢复后请重新保存。</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Everything that you saved is in the office. What you are typing in a form is saved with its Save button.</source>
        <translation>您保存的内容都已写入档案库。正在表单中输入的内容，点“保存”后才会写入。</translation>
    </message>
</context>
<context>
    <name>ui::Pace</name>
    <message numerus="yes">
        <source>about %n second(s) to go</source>
        <translation>
            <numerusform>大约还需 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) to go</source>
        <translation>
            <numerusform>大约还需 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>已完成 %1，共 %2</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>每秒 %1 条</translation>
    </message>
</context>
<context>
    <name>ui::PageKeys</name>
    <message>
        <source>In the list of clients</source>
        <translation>客户列表</translation>
    </message>
    <message>
        <source>In a form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>In the inbox</source>
        <translation>审批箱</translation>
    </message>
    <message>
        <source>In the list of duplicates</source>
        <translation>查重列表</translation>
    </message>
    <message>
        <source>When merging</source>
        <translation>合并时</translation>
    </message>
    <message>
        <source>Edit the record</source>
        <translation>编辑档案</translation>
    </message>
    <message>
        <source>Into the trash</source>
        <translation>移入回收站</translation>
    </message>
    <message>
        <source>Choose several</source>
        <translation>选择多个</translation>
    </message>
    <message>
        <source>First and last client</source>
        <translation>第一个和最后一个客户</translation>
    </message>
    <message>
        <source>Next and previous field</source>
        <translation>下一个、上一个字段</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Leave; asks where something would be lost</source>
        <translation>离开；有内容会丢失时先询问</translation>
    </message>
    <message>
        <source>Next and previous request</source>
        <translation>下一条、上一条申请</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Next and previous group</source>
        <translation>下一组、上一组</translation>
    </message>
    <message>
        <source>Merge the group</source>
        <translation>合并这一组</translation>
    </message>
    <message>
        <source>Not a duplicate</source>
        <translation>不是重复</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Choose one record</source>
        <translation>选择其中一条档案</translation>
    </message>
    <message>
        <source>Take this record&apos;s value</source>
        <translation>采用这条档案的值</translation>
    </message>
    <message>
        <source>From value to value</source>
        <translation>在各个值之间移动</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>What a value was before</source>
        <translation>查看内容的修改历史</translation>
    </message>
    <message>
        <source>Undo and redo</source>
        <translation>撤销、重做</translation>
    </message>
    <message>
        <source>First to fifth group of fields</source>
        <translation>跳到第一至第五组字段</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>In the rows of an import</source>
        <translation>导入的各行</translation>
    </message>
    <message>
        <source>The record in a window of its own</source>
        <translation>在单独的窗口中打开记录</translation>
    </message>
    <message>
        <source>Type into the result</source>
        <translation>在结果中输入</translation>
    </message>
    <message>
        <source>Next and previous difference</source>
        <translation>下一处、上一处差异</translation>
    </message>
    <message>
        <source>Keep this record; take all of it</source>
        <translation>保留此记录；全部取自此记录</translation>
    </message>
    <message>
        <source>Undo a choice</source>
        <translation>撤销选择</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Correct a cell</source>
        <translation>更正单元格</translation>
    </message>
    <message>
        <source>Next cell to look at</source>
        <translation>下一处待核对</translation>
    </message>
    <message>
        <source>Store, put into ours, ask for it, leave out</source>
        <translation>保存、写入已有、提交申请、跳过</translation>
    </message>
    <message>
        <source>The row as all others</source>
        <translation>这一行同上统一处理</translation>
    </message>
</context>
<context>
    <name>ui::PasswordDialog</name>
    <message>
        <source>New one</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>My password</source>
        <translation>我的密码</translation>
    </message>
    <message>
        <source>New password for %1</source>
        <translation>%1 的新密码</translation>
    </message>
    <message>
        <source>Tell it to them in person. Somebody whose access was taken away gets it back with this.</source>
        <translation>请当面告知本人。权限已被取消的人员将因此恢复权限。</translation>
    </message>
    <message>
        <source>Present one</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Second secret</source>
        <translation>第二秘密</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>It opens the office from the next login on; the old one no longer does. Your second secret stays, but other enrolled computers have to be enrolled again.</source>
        <translation>下次登录起生效，旧密码随即失效。您的第二秘密保持不变，但其他已登记的电脑需重新登记。</translation>
    </message>
    <message>
        <source>none: the password alone</source>
        <translation>无：仅密码</translation>
    </message>
    <message>
        <source>a key file</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>They have one now (%1), which a password set by you cannot keep.</source>
        <translation>对方现在有第二秘密（%1），由您设置的密码无法保留它。</translation>
    </message>
</context>
<context>
    <name>ui::PeoplePage</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation>添加人员…</translation>
    </message>
    <message>
        <source>Give this role</source>
        <translation>设为此角色</translation>
    </message>
    <message>
        <source>New password…</source>
        <translation>重设密码…</translation>
    </message>
    <message>
        <source>Take access away…</source>
        <translation>取消权限…</translation>
    </message>
    <message>
        <source>The people could not be read</source>
        <translation>无法读取人员名单</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1（您）</translation>
    </message>
    <message>
        <source>may log in</source>
        <translation>可以登录</translation>
    </message>
    <message>
        <source>access taken away</source>
        <translation>权限已取消</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>Give access back…</source>
        <translation>恢复权限…</translation>
    </message>
    <message>
        <source>%1 can log in now.</source>
        <translation>%1 现在可以登录。</translation>
    </message>
    <message>
        <source>%1 has a new password.</source>
        <translation>已为 %1 设置新密码。</translation>
    </message>
    <message>
        <source>%1 has another role from the next login on.</source>
        <translation>%1 的新角色从下次登录起生效。</translation>
    </message>
    <message>
        <source>Take access away</source>
        <translation>取消权限</translation>
    </message>
    <message>
        <source>%1 cannot log in any more.</source>
        <translation>%1 已无法登录。</translation>
    </message>
    <message>
        <source>Hand over clients…</source>
        <translation>移交客户…</translation>
    </message>
    <message>
        <source>There is nobody to hand clients to. Add a person first.</source>
        <translation>没有可以接手的人，请先添加一个人。</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) are looked after by %1 now.</source>
        <translation>
            <numerusform>%n 个客户现在由 %1 负责。</numerusform>
        </translation>
    </message>
    <message>
        <source>Roles…</source>
        <translation>角色权限…</translation>
    </message>
    <message>
        <source>Put in this department</source>
        <translation>调入该部门</translation>
    </message>
    <message>
        <source>You are the only user: nothing waits for approval.</source>
        <translation>您是唯一的用户：任何修改都无需审批。</translation>
    </message>
    <message>
        <source>The rights are changed, for everybody and at once.</source>
        <translation>权限已更改，对所有人立即生效。</translation>
    </message>
    <message>
        <source>%1 is in no department now.</source>
        <translation>%1 现在不属于任何部门。</translation>
    </message>
    <message>
        <source>%1 is in the department %2 now, and so are their clients.</source>
        <translation>%1 现在属于“%2”部门，其客户也随之调入。</translation>
    </message>
    <message>
        <source>Comes in with</source>
        <translation>登录方式</translation>
    </message>
    <message>
        <source>What these rights can and cannot do</source>
        <translation>这些权限能做什么、不能做什么</translation>
    </message>
    <message>
        <source>The office&apos;s key…</source>
        <translation>档案库密钥…</translation>
    </message>
    <message>
        <source>New recovery code…</source>
        <translation>新的恢复码…</translation>
    </message>
    <message>
        <source>comes in with %1</source>
        <translation>登录方式：%1</translation>
    </message>
    <message>
        <source>The office has a new recovery code. Destroy the old sheet.</source>
        <translation>档案库已有新的恢复码。请销毁旧纸张。</translation>
    </message>
    <message>
        <source>%1 cannot log in any more. What they did stays in the log, and their clients stay theirs until you give them to somebody else. They may have copied the office&apos;s key: next you are asked whether to change it.</source>
        <translation>%1 将不能再登录。其操作保留在日志中，其客户在您移交之前仍归其名下。对方可能复制过档案库的密钥：接下来会询问您是否更换。</translation>
    </message>
</context>
<context>
    <name>ui::PersonDialog</name>
    <message>
        <source>Sees and keeps own clients; asks before contact details, names or industries change.</source>
        <translation>查看和维护自己的客户；修改联系方式、名称或行业须提交审批。</translation>
    </message>
    <message>
        <source>Sees the basic fields of every client; enters new ones and asks for changes.</source>
        <translation>查看所有客户的基本字段；可录入新客户，修改须提交审批。</translation>
    </message>
    <message>
        <source>Keeps the clients of the department, approves changes of contact details, imports and exports.</source>
        <translation>维护本部门客户，审批联系方式的修改，可导入和导出。</translation>
    </message>
    <message>
        <source>Sees everything, approves changes of names and industries, adds and removes people.</source>
        <translation>查看全部内容，审批名称和行业的修改，添加或移除人员。</translation>
    </message>
    <message>
        <source>Sees the basic fields and the log; changes nothing.</source>
        <translation>查看基本字段和日志，不做任何修改。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>They log in with this name and password, and change the password themselves in the menu.</source>
        <translation>对方用此姓名和密码登录，之后可在菜单中自行修改密码。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ui::Plot</name>
    <message>
        <source>%1: take it out</source>
        <translation>%1：导出</translation>
    </message>
    <message>
        <source>As a picture or as numbers</source>
        <translation>导出为图片或数据</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save as picture…</source>
        <translation>保存为图片…</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>复制数据</translation>
    </message>
    <message>
        <source>The picture can be pasted now.</source>
        <translation>图片已复制，可以粘贴。</translation>
    </message>
    <message>
        <source>The numbers can be pasted into a spreadsheet now.</source>
        <translation>数据已复制，可以粘贴到表格中。</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Picture (*.png);;Drawing (*.svg)</source>
        <translation>图片 (*.png);;矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>The picture could not be saved there: the disk is full, or the folder cannot be written to.</source>
        <translation>图片无法保存到该位置：磁盘已满，或文件夹不可写入。</translation>
    </message>
    <message>
        <source>The picture is saved.</source>
        <translation>图片已保存。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
</context>
<context>
    <name>ui::PrintDialog</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>Laying out the pages</source>
        <translation>正在排版</translation>
    </message>
    <message>
        <source>This cannot be printed</source>
        <translation>无法打印</translation>
    </message>
    <message>
        <source>%1 · printed by %2 on %3</source>
        <translation>%1 · %2 打印于 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n 个客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without an address left out</source>
        <translation>
            <numerusform>%n 个没有地址，未列入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the preview shows the first %n page(s)</source>
        <translation>
            <numerusform>预览只显示前 %n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>No addresses</source>
        <translation>没有地址</translation>
    </message>
    <message>
        <source>None of these clients has an address that a letter would reach.</source>
        <translation>这些客户都没有可以寄到信件的地址。</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Print client</source>
        <translation>打印客户资料</translation>
    </message>
    <message>
        <source>Print list</source>
        <translation>打印客户列表</translation>
    </message>
    <message>
        <source>Print address labels</source>
        <translation>打印地址标签</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>打印作何用途</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>It stands in the log, with what was printed.</source>
        <translation>用途和打印内容会记入日志。</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>保存为 PDF…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Label sheet</source>
        <translation>标签纸</translation>
    </message>
    <message>
        <source>As the address is written</source>
        <translation>按地址的文字</translation>
    </message>
    <message>
        <source>Chinese: the place first</source>
        <translation>中式：地址在前</translation>
    </message>
    <message>
        <source>Western: the name first</source>
        <translation>西式：姓名在前</translation>
    </message>
    <message>
        <source>Order of the lines</source>
        <translation>各行顺序</translation>
    </message>
    <message>
        <source>For a sheet from which some labels are gone</source>
        <translation>用于已经用掉几枚标签的标签纸</translation>
    </message>
    <message>
        <source>Begin at label</source>
        <translation>从第几枚开始</translation>
    </message>
    <message>
        <source>Say in a word what it is for.</source>
        <translation>请简要说明用途。</translation>
    </message>
    <message>
        <source>The printer does not take the pages. See whether it is switched on, and try again.</source>
        <translation>打印机没有接收页面。请检查打印机是否已开机，然后重试。</translation>
    </message>
    <message>
        <source>The printer stopped after page %1.</source>
        <translation>打印机在第 %1 页之后停止。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>已将 %n 页发送到打印机。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>保存为 PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>The file could not be written there: the disk is full, or the folder cannot be written to.</source>
        <translation>文件无法写入该位置：磁盘已满，或文件夹不可写入。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) saved as PDF.</source>
        <translation>
            <numerusform>已将 %n 页保存为 PDF。</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview of the pages</source>
        <translation>页面预览</translation>
    </message>
</context>
<context>
    <name>ui::PrintPages</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>ui::ProfileView</name>
    <message>
        <source>Profile</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>%1: confidential</source>
        <translation>%1：保密</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示%1</translation>
    </message>
    <message>
        <source>For 30 seconds; the log says who looked.</source>
        <translation>显示 30 秒；日志会记录是谁查看的。</translation>
    </message>
    <message>
        <source>Only data administrators can open this.</source>
        <translation>只有数据管理员可以查看。</translation>
    </message>
    <message>
        <source>nobody has said where it is kept</source>
        <translation>未写明存放在哪里</translation>
    </message>
    <message>
        <source>withdrawn %1</source>
        <translation>%1 撤回</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>客户同意</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Withdraw the consent: %1</source>
        <translation>撤回同意：%1</translation>
    </message>
    <message>
        <source>The client agrees no more: what is kept for it is destroyed.</source>
        <translation>客户不再同意：据此保存的内容将被销毁。</translation>
    </message>
    <message>
        <source>Add a value</source>
        <translation>添加一项</translation>
    </message>
    <message>
        <source>Of a field that is empty</source>
        <translation>给还空着的字段填内容</translation>
    </message>
</context>
<context>
    <name>ui::Prompt</name>
    <message>
        <source>Not allowed</source>
        <translation>不允许</translation>
    </message>
    <message>
        <source>The office is busy</source>
        <translation>档案库正忙</translation>
    </message>
    <message>
        <source>Damage found</source>
        <translation>发现损坏</translation>
    </message>
    <message>
        <source>Changed by somebody else</source>
        <translation>已被他人修改</translation>
    </message>
    <message>
        <source>Not logged in</source>
        <translation>尚未登录</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>没有成功</translation>
    </message>
</context>
<context>
    <name>ui::PromptDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ui::RecordHead</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>a request waits</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>possible duplicate</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>draft: something is still missing</source>
        <translation>草稿：资料不完整</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>复制 %1</translation>
    </message>
    <message>
        <source>Copy %1: %2</source>
        <translation>复制%1：%2</translation>
    </message>
    <message>
        <source>overdue for an update</source>
        <translation>久未更新</translation>
    </message>
</context>
<context>
    <name>ui::RecordPreview</name>
    <message>
        <source>As it will be</source>
        <translation>合并后的记录</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ui::RecordWindow</name>
    <message>
        <source>%1 - %2 - Dossier</source>
        <translation>%1 - %2 - 客户档案</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>What you typed is not saved yet.</source>
        <translation>您输入的内容还没有保存。</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>不保存，直接关闭</translation>
    </message>
</context>
<context>
    <name>ui::RecoverOffice</name>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>The code from the recovery sheet makes you a data administrator with a new password. Your colleagues&apos; passwords stay as they are.</source>
        <translation>凭恢复单上的恢复码，您将以新密码成为数据管理员。同事们的密码保持不变。</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Open the office</source>
        <translation>打开档案库</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
</context>
<context>
    <name>ui::RecoverySheet</name>
    <message>
        <source>The file could not be written. Choose another folder.</source>
        <translation>无法写入文件，请选择其他文件夹。</translation>
    </message>
    <message>
        <source>This recovery code opens the office when every password is lost. It is shown once: print it or write it down now, and keep it away from this computer. Without it and without passwords the data is lost.</source>
        <translation>所有密码都丢失时，凭此恢复码可以打开档案库。它只显示这一次：请现在打印或抄写，并与这台电脑分开保管。没有它又没有密码，数据就永远丢失了。</translation>
    </message>
    <message>
        <source>Open the office</source>
        <translation>打开档案库</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Two groups of the recovery code</source>
        <translation>恢复码中的两组</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>存为文件…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>From your sheet, type the first two groups of line %1 to go on:</source>
        <translation>请照您的抄件输入第 %1 行的前两组，然后继续：</translation>
    </message>
    <message>
        <source>Recovery code of the office “%1”</source>
        <translation>档案库“%1”的恢复码</translation>
    </message>
    <message>
        <source>Whoever has this code can open the office without any password. Keep it in a safe place, away from the computer.</source>
        <translation>持有此恢复码的人无需任何密码即可打开档案库。请妥善保管，并与电脑分开存放。</translation>
    </message>
    <message>
        <source>Save the recovery code</source>
        <translation>保存恢复码</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本文件 (*.txt)</translation>
    </message>
    <message>
        <source>✓ Saved. Move the file to a stick or another place than this computer.</source>
        <translation>✓ 已保存。请把文件移到 U 盘或其他地方，不要留在这台电脑上。</translation>
    </message>
    <message>
        <source>The new recovery code</source>
        <translation>新的恢复码</translation>
    </message>
    <message>
        <source>The new code counts from now on</source>
        <translation>新码从现在起生效</translation>
    </message>
    <message>
        <source>The recovery code</source>
        <translation>恢复码</translation>
    </message>
</context>
<context>
    <name>ui::RekeyDialog</name>
    <message>
        <source>Change the office&apos;s key</source>
        <translation>更换档案库的密钥</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Change it now</source>
        <translation>立即更换</translation>
    </message>
    <message>
        <source>The office&apos;s key</source>
        <translation>档案库的密钥</translation>
    </message>
    <message>
        <source>A change of the key was broken off. Nothing is lost; it is finished here.</source>
        <translation>上次更换密钥中断了。没有丢失任何内容；在此完成即可。</translation>
    </message>
    <message>
        <source>%1 cannot log in any more, but may have copied the present key and the file. With another key such a copy opens nothing of what is saved from now on. What was copied before stays readable.</source>
        <translation>%1 已不能登录，但可能复制过当前密钥和文件。更换密钥后，这样的副本打不开此后保存的任何内容。之前复制的内容仍可读取。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>For when somebody may have copied the key. Nobody gets a new password; whoever has access goes on as before. What was copied before stays readable.</source>
        <translation>用于可能有人复制了密钥的情况。任何人都不需要新密码，有权限的人照常使用。之前复制的内容仍可读取。</translation>
    </message>
    <message numerus="yes">
        <source>The database (%1) is written anew. Everybody else waits meanwhile, about %n second(s), longer on a shared drive: tell your colleagues first.</source>
        <translation>
            <numerusform>数据库（%1）将重新写入。期间其他人需等待约 %n 秒，共享盘上更久：请先告知同事。</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for those who are saving</source>
        <translation>正在等待他人保存完毕</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The office has a new key</source>
        <translation>档案库已有新密钥</translation>
    </message>
    <message>
        <source>Everybody who has access goes on working with the own password. Backups made before keep the former key, which data administrators and the recovery code still have.</source>
        <translation>有权限的人用自己的密码照常工作。之前的备份保留原密钥，数据管理员和恢复码仍持有它。</translation>
    </message>
    <message>
        <source>The key is not changed yet</source>
        <translation>密钥尚未更换</translation>
    </message>
    <message>
        <source>Nothing is lost and everybody can work. Try again, or later.</source>
        <translation>没有丢失任何内容，大家都可以工作。请重试，或以后再做。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Change of the office&apos;s key</source>
        <translation>更换档案库密钥</translation>
    </message>
    <message>
        <source>It is not stopped halfway; its end is waited for.</source>
        <translation>中途不能停止，会等它完成。</translation>
    </message>
</context>
<context>
    <name>ui::RequestView</name>
    <message>
        <source>Old and new values</source>
        <translation>原值与新值</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>申请改为</translation>
    </message>
    <message>
        <source>A word for the person who asked; needed to reject</source>
        <translation>给申请人的说明；退回时必填</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Approve (A)</source>
        <translation>批准 (A)</translation>
    </message>
    <message>
        <source>Reject (R)</source>
        <translation>退回 (R)</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新提交</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message numerus="yes">
        <source>Overdue by %n working hour(s), since %1</source>
        <translation>
            <numerusform>已超期 %n 个工作小时，期限为 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working hour(s) left, until %1</source>
        <translation>
            <numerusform>剩余 %n 个工作小时，期限为 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1，处理人 %2</translation>
    </message>
    <message>
        <source>Comment: %1</source>
        <translation>说明：%1</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>▲ The record has changed in these fields since this was asked for. It can only go back.</source>
        <translation>▲ 提交申请后，这些字段已被修改，只能退回。</translation>
    </message>
    <message>
        <source>✓ signed by %1</source>
        <translation>✓ 由 %1 签名</translation>
    </message>
    <message>
        <source>✕ signature of %1: %2</source>
        <translation>✕ %1 的签名：%2</translation>
    </message>
    <message>
        <source>%1: %2 asks on %3 · %4 · %5</source>
        <translation>%1：%2 于 %3 申请 · %4 · %5</translation>
    </message>
    <message>
        <source>It went back because %1 was approved, which changed the same field.</source>
        <translation>已退回：%1 获批后修改了同一字段。</translation>
    </message>
    <message>
        <source>▲ %1 by %2 asks for the same: %3. Where one is approved, the other goes back.</source>
        <translation>▲ %2 的申请 %1 也要修改：%3。其中一个获批后，另一个会退回。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>What the chosen requests ask for</source>
        <translation>所选申请的内容</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n 项申请</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked for by %1</source>
        <translation>申请人：%1</translation>
    </message>
    <message numerus="yes">
        <source>The first %n are shown.</source>
        <translation>
            <numerusform>只显示前 %n 项。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ %n of them can only go back: the record has changed since.</source>
        <translation>
            <numerusform>▲ 其中 %n 项只能退回：档案之后已有变动。</numerusform>
        </translation>
    </message>
    <message>
        <source>What you decide holds for all of them.</source>
        <translation>您的决定适用于所有这些申请。</translation>
    </message>
    <message>
        <source>Not all of them are yours to decide.</source>
        <translation>其中有些不由您审批。</translation>
    </message>
</context>
<context>
    <name>ui::RightsDialog</name>
    <message>
        <source>Rights</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>What these rights can and cannot do</source>
        <translation>这些权限能做什么、不能做什么</translation>
    </message>
    <message>
        <source>Without a login: nothing</source>
        <translation>没有登录：什么也看不到</translation>
    </message>
    <message>
        <source>Folder and backups are encrypted. Who copies them reads nothing without a password, with its second secret where there is one, or the recovery code.</source>
        <translation>文件夹和备份均已加密。复制它们的人，没有密码（及其第二秘密）或恢复码，什么也读不到。</translation>
    </message>
    <message>
        <source>With a login: more than the program shows</source>
        <translation>有登录：能看到的比程序显示的多</translation>
    </message>
    <message>
        <source>Roles are rules of this program. Somebody with a valid login and own tools can read every ordinary field of every client, and can copy or delete the file.</source>
        <translation>角色是本程序的规则。持有有效登录并使用自己工具的人，可以读取每个客户的所有普通字段，也可以复制或删除文件。</translation>
    </message>
    <message>
        <source>Changes past the program are found, copies are not</source>
        <translation>绕过程序的改动会被发现，复制不会</translation>
    </message>
    <message>
        <source>Forged records, forged approvals, entries missing in the log and old copies put back are seen by the check of the office. That somebody copied it is not.</source>
        <translation>伪造的记录、伪造的审批、日志中缺失的条目以及放回的旧副本，检查档案库时都能看出来。有人复制过则看不出来。</translation>
    </message>
    <message>
        <source>Who left has what was copied before</source>
        <translation>离开的人仍有之前复制的内容</translation>
    </message>
    <message>
        <source>Taking access away and changing the office&apos;s key keeps from them what is saved afterwards. What they copied before stays readable to them.</source>
        <translation>收回权限并更换档案库密钥后，对方看不到此后保存的内容。之前复制的内容对方仍可读取。</translation>
    </message>
    <message>
        <source>All passwords and the recovery code lost: the data is lost</source>
        <translation>所有密码和恢复码都丢失：数据就丢失</translation>
    </message>
    <message>
        <source>There is no back door. Keep the recovery sheet in a safe place, and more than one data administrator.</source>
        <translation>没有后门。请妥善保管恢复码纸张，并设置不止一位数据管理员。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Confidential values: another key</source>
        <translation>保密内容：另一把密钥</translation>
    </message>
    <message>
        <source>ID numbers, bank accounts and own fields marked so are opened by data administrators only, whatever the tool. Whoever enters one has seen it; who was a data administrator keeps what he read.</source>
        <translation>身份证号、银行账号和标为保密的自定义字段，无论用什么工具，都只有数据管理员能打开。录入的人见过内容；曾任数据管理员的人仍记得看过的内容。</translation>
    </message>
</context>
<context>
    <name>ui::RolesDialog</name>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>own clients</source>
        <translation>自己的客户</translation>
    </message>
    <message>
        <source>clients of the department</source>
        <translation>本部门的客户</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>all clients</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色权限</translation>
    </message>
    <message>
        <source>What each role may do</source>
        <translation>各角色的权限</translation>
    </message>
    <message>
        <source>Choose a cell to change it. A change holds at once for everybody, and the log keeps it. Some things stay whatever stands here: nobody decides his own request, nothing is erased without a second person, and whoever has a login and tools of his own can read the ordinary fields of every client.</source>
        <translation>选中一格即可更改。更改对所有人立即生效，并记入日志。有些规则不受此表影响：任何人都不能审批自己的申请，删除必须有第二人参与；而有登录账号并自备工具的人，可以读到所有客户的普通字段。</translation>
    </message>
    <message>
        <source>You are the only user of this office: nothing waits for approval, whatever stands here.</source>
        <translation>您是本档案库唯一的用户：无论此表如何设置，任何修改都无需审批。</translation>
    </message>
    <message>
        <source>Everything as it ships…</source>
        <translation>全部恢复默认…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Everything as it ships</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>All changes of the table are taken back, for everybody and at once.</source>
        <translation>此表的所有更改都将撤销，对所有人立即生效。</translation>
    </message>
    <message>
        <source>Take them back</source>
        <translation>撤销更改</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>可直接进行</translation>
    </message>
    <message>
        <source>On request</source>
        <translation>可申请</translation>
    </message>
    <message>
        <source>Change the right</source>
        <translation>更改权限</translation>
    </message>
    <message>
        <source>As it ships</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>%1 (changed)</source>
        <translation>%1（已更改）</translation>
    </message>
    <message>
        <source>As it ships: %1</source>
        <translation>默认：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Confidential fields…</source>
        <translation>保密字段…</translation>
    </message>
</context>
<context>
    <name>ui::RunningJobs</name>
    <message>
        <source>What is running</source>
        <translation>正在运行的任务</translation>
    </message>
    <message>
        <source>Stop: %1</source>
        <translation>停止：%1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>ui::ScreenPrivacy</name>
    <message>
        <source>This system cannot keep it out of screenshots and shared screens.</source>
        <translation>本系统无法阻止它出现在截图和屏幕共享中。</translation>
    </message>
</context>
<context>
    <name>ui::SecretClipboard</name>
    <message>
        <source>Copied. The clipboard is emptied after %1 seconds.</source>
        <translation>已复制。%1 秒后会清空剪贴板。</translation>
    </message>
</context>
<context>
    <name>ui::SelectionPanel</name>
    <message>
        <source>Put on</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>Tags go on all of them at once, or off, as far as you may change them. Each client&apos;s history says so.</source>
        <translation>一次给所选客户添加或去掉标签（限您可以更改的客户），并记入每个客户的历史。</translation>
    </message>
    <message>
        <source>VIP; spring fair</source>
        <translation>VIP；春季展会</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) chosen</source>
        <translation>
            <numerusform>已选择 %n 个客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) changed.</source>
        <translation>
            <numerusform>已更改 %n 个客户。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them you may not change.</source>
        <translation>
            <numerusform>其中 %n 个您无权更改。</numerusform>
        </translation>
    </message>
    <message>
        <source>Trash…</source>
        <translation>移入回收站…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Entered by mistake: into the trash (Del)</source>
        <translation>录入有误：移入回收站（Del）</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message numerus="yes">
        <source>At most %n clients are merged at once.</source>
        <translation>
            <numerusform>一次最多合并 %n 个客户。</numerusform>
        </translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>New owner</source>
        <translation>新负责人</translation>
    </message>
    <message>
        <source>What you may not decide becomes a request, one for each client.</source>
        <translation>您无权直接变更的客户，会逐个提交审批。</translation>
    </message>
    <message>
        <source>Choose a colleague</source>
        <translation>选择同事</translation>
    </message>
    <message>
        <source>Reason; it stands in the history</source>
        <translation>原因，会记入历史</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Take them out</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Export these…</source>
        <translation>导出所选…</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) wait for approval.</source>
        <translation>
            <numerusform>%n 项申请等待审批。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) are left as they were: %1</source>
        <translation>
            <numerusform>有 %n 个客户没有改动：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>自动锁定</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>自动锁定</translation>
    </message>
    <message>
        <source>When nobody uses keyboard or mouse for so long, and at once when the computer is locked or goes to sleep, everything is hidden and your keys are put away. What you had typed comes back with your password.</source>
        <translation>超过这段时间没有操作键盘或鼠标，或者电脑锁屏、睡眠时，所有内容会被隐藏，您的密钥会被收起。输入密码后，刚才输入的内容会原样回来。</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Your keys</source>
        <translation>密码和密钥</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>档案库</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>所在文件夹</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
</context>
<context>
    <name>ui::StartPage</name>
    <message>
        <source>Dossier</source>
        <translation>客户档案</translation>
    </message>
    <message>
        <source>Open an office you know, or make a new one.</source>
        <translation>打开已有的档案库，或新建一个。</translation>
    </message>
    <message>
        <source>Recent offices</source>
        <translation>最近使用的档案库</translation>
    </message>
    <message>
        <source>New office…</source>
        <translation>新建档案库…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open an office</source>
        <translation>打开档案库</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>No office yet</source>
        <translation>还没有档案库</translation>
    </message>
    <message>
        <source>Make one for your own clients, open the folder of an office that is there, or look around in a made-up company first.</source>
        <translation>为自己的客户新建一个，打开已有档案库的文件夹，或先在虚构的示例公司里看看。</translation>
    </message>
    <message>
        <source>Try the sample office</source>
        <translation>试用示例档案库</translation>
    </message>
    <message>
        <source>The recovery code is shown only now</source>
        <translation>恢复码只在此刻显示</translation>
    </message>
    <message>
        <source>If you close now and lose your password, nobody can open the office any more. Did you print or write down the code?</source>
        <translation>如果现在关闭而以后丢失密码，就再也没有人能打开档案库。您已打印或抄下恢复码了吗？</translation>
    </message>
    <message>
        <source>Close: I have the code</source>
        <translation>关闭：我已留存恢复码</translation>
    </message>
    <message>
        <source>Passwords lost? Use the recovery code…</source>
        <translation>忘记密码？使用恢复码…</translation>
    </message>
    <message>
        <source>Delete takes an office off this list; its folder stays as it is.</source>
        <translation>按 Delete 键从列表中移除档案库，其文件夹保持不变。</translation>
    </message>
    <message>
        <source>The office is not in this folder now. If it was moved or renamed, go back and open its new folder; if its drive is away, connect it.</source>
        <translation>档案库现在不在这个文件夹里。如果它被移动或改名，请返回并打开新的文件夹；如果它所在的驱动器未连接，请先连接。</translation>
    </message>
    <message>
        <source>not there now</source>
        <translation>现在不在此处</translation>
    </message>
    <message>
        <source>Locked. Your keys were put away; what you had typed is still here and comes back with your password.</source>
        <translation>已锁定。您的密钥已收起；未保存的内容仍在，输入密码后恢复。</translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation>其他人登录…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Somebody else logs in</source>
        <translation>其他人登录</translation>
    </message>
    <message>
        <source>What %1 had typed and not saved is given up.</source>
        <translation>%1 尚未保存的内容将被放弃。</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>放弃</translation>
    </message>
    <message numerus="yes">
        <source>Name or password was not right. The next try is possible in %n second(s). That is a matter of manners only: whoever has a copy of the office&apos;s files tries elsewhere, and only a good password stands in the way.</source>
        <translation>
            <numerusform>姓名或密码不正确。%n 秒后可以再试。这只是一种礼貌性的限制：拿到档案库文件副本的人会在别处尝试，真正起作用的只有一个好密码。</numerusform>
        </translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>I use a key file</source>
        <translation>我使用密钥文件</translation>
    </message>
    <message>
        <source>Close now?</source>
        <translation>现在关闭？</translation>
    </message>
    <message>
        <source>Close, and lose it</source>
        <translation>放弃并关闭</translation>
    </message>
</context>
<context>
    <name>ui::StateView</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>ui::StepMarks</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
</context>
<context>
    <name>ui::StrengthMeter</name>
    <message>
        <source>guessed at once</source>
        <translation>立刻会被猜中</translation>
    </message>
    <message>
        <source>guessed very soon</source>
        <translation>很快会被猜中</translation>
    </message>
    <message>
        <source>guessed soon</source>
        <translation>不久会被猜中</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>very good</source>
        <translation>很好</translation>
    </message>
    <message>
        <source>Strength: %1</source>
        <translation>强度：%1</translation>
    </message>
    <message>
        <source>%1, by its length alone</source>
        <translation>%1（只按长度估计）</translation>
    </message>
    <message>
        <source>This build of the program has no dictionary of common passwords (zxcvbn): it counts characters. Take a suggested passphrase to be sure.</source>
        <translation>本程序构建时未包含常用密码词典（zxcvbn），只按字符数估计。稳妥起见，请使用推荐的密码短语。</translation>
    </message>
</context>
<context>
    <name>ui::SuggestEdit</name>
    <message>
        <source>Suggestions</source>
        <translation>候选项</translation>
    </message>
    <message>
        <source>Show what there is to choose (Down)</source>
        <translation>显示可选项（向下键）</translation>
    </message>
</context>
<context>
    <name>ui::TableCopying</name>
    <message numerus="yes">
        <source>%n client(s) copied as a table. The clipboard is emptied after a minute.</source>
        <translation>
            <numerusform>已将 %n 个客户复制为表格，剪贴板将在一分钟后清空。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them you may not take out.</source>
        <translation>
            <numerusform>其中 %n 个您无权导出。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TopBar</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>No client was opened yet</source>
        <translation>还没有打开过客户</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Search: name, pinyin, phone, id   (%1)</source>
        <translation>搜索：名称、拼音、电话、编号   (%1)</translation>
    </message>
</context>
<context>
    <name>ui::TrashDialog</name>
    <message numerus="yes">
        <source>%n request(s) wait for approval.</source>
        <translation>
            <numerusform>%n 项申请等待审批。</numerusform>
        </translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) in the trash.</source>
        <translation>
            <numerusform>%n 个客户已移入回收站。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open request(s) went back.</source>
        <translation>
            <numerusform>%n 项未决申请已退回。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) restored.</source>
        <translation>
            <numerusform>%n 个客户已恢复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) into the trash</source>
        <translation>
            <numerusform>将 %n 个客户移入回收站</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 into the trash</source>
        <translation>将 %1 移入回收站</translation>
    </message>
    <message>
        <source>For what was entered by mistake. Nothing finds it any more but the trash, where it can be restored at any time. Open requests about it go back to who asked.</source>
        <translation>用于误录的记录。移入后只有在回收站中才能找到，并可随时恢复。与其有关的未决申请会退回申请人。</translation>
    </message>
    <message>
        <source>Somebody who may decide it is asked first.</source>
        <translation>须先由有权决定的人审批。</translation>
    </message>
    <message>
        <source>Entered twice; a test; not a client of ours</source>
        <translation>重复录入；测试数据；不是我们的客户</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Into the trash</source>
        <translation>移入回收站</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>提交申请</translation>
    </message>
</context>
<context>
    <name>ui::UnfinishedList</name>
    <message>
        <source>The import of %1 by %2 on %3 was not taken back to its end.</source>
        <translation>%2 于 %3 导入的 %1 尚未撤销完。</translation>
    </message>
    <message numerus="yes">
        <source>The import of %1 by %2 on %3 has brought in %Ln row(s), the last of them moments ago: it may still be running.</source>
        <translation>
            <numerusform>%2 于 %3 开始导入 %1，已导入 %Ln 行，刚刚还有保存：可能仍在进行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The import of %1 on %2 stopped after %Ln row(s).</source>
        <translation>
            <numerusform>您于 %2 导入 %1 时，在第 %Ln 行之后中断。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The import of %1 by %2 on %3 stopped after %Ln row(s).</source>
        <translation>
            <numerusform>%2 于 %3 导入 %1 时，在第 %Ln 行之后中断。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older one(s) stand behind these.</source>
        <translation>
            <numerusform>另有 %n 次更早的未完成导入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>继续导入…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>ui::UnmergeDialog</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Undo this merge</source>
        <translation>撤销这次合并</translation>
    </message>
    <message>
        <source>Whose are the edits made since?</source>
        <translation>合并以后的修改归谁？</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) were edited after the records had become one. Each edit stays with %1, unless you check another record; it can belong to several.</source>
        <translation>
            <numerusform>合并以后修改过 %n 个字段。每处修改默认归 %1；也可以勾选另一条记录，或同时归几条记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Edits and the records they belong to</source>
        <translation>修改及其所归的记录</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation>撤销合并</translation>
    </message>
    <message>
        <source>As it was merged</source>
        <translation>合并时</translation>
    </message>
    <message>
        <source>Edited to</source>
        <translation>修改为</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>留在这里</translation>
    </message>
    <message>
        <source>goes there</source>
        <translation>归到这里</translation>
    </message>
</context>
<context>
    <name>ui::UnusualView</name>
    <message>
        <source>a name that is not in the office</source>
        <translation>本档案库中没有的姓名</translation>
    </message>
    <message>
        <source>Show what was done</source>
        <translation>查看相关操作</translation>
    </message>
    <message>
        <source>Limits…</source>
        <translation>限度…</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限度</translation>
    </message>
    <message>
        <source>What is unusual</source>
        <translation>异常情况</translation>
    </message>
    <message>
        <source>Looking through the log…</source>
        <translation>正在查看日志…</translation>
    </message>
    <message>
        <source>The log could not be read</source>
        <translation>无法读取日志</translation>
    </message>
    <message>
        <source>Nothing unusual</source>
        <translation>没有异常</translation>
    </message>
    <message numerus="yes">
        <source>In the last %n days nobody went past the limits.</source>
        <translation>
            <numerusform>最近 %n 天内无人超出限度。</numerusform>
        </translation>
    </message>
    <message>
        <source>What is listed here is no accusation. It says where to ask.</source>
        <translation>此处所列并非指控，只提示该问问谁。</translation>
    </message>
    <message>
        <source>Entries of the log: %1. This is no accusation; it says where to ask.</source>
        <translation>日志条目：%1。这并非指控，只提示该问问谁。</translation>
    </message>
</context>
<context>
    <name>ui::UpdateDialog</name>
    <message>
        <source>New version</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>Version %1 is there</source>
        <translation>已有新版本 %1</translation>
    </message>
    <message>
        <source>Released on %1. Installed on this computer: %2.</source>
        <translation>发布于 %1。本机安装的版本：%2。</translation>
    </message>
    <message>
        <source>The program installs nothing by itself. Save your work and close it before you install the new version; the office stays as it is.</source>
        <translation>程序不会自行安装。安装新版本前，请先保存并关闭程序；档案库不受影响。</translation>
    </message>
    <message>
        <source>Version %1 is there; installed: %2</source>
        <translation>已有新版本 %1，本机安装的是 %2</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>更新内容</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>打开网页</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>ui::UpdatePlaceDialog</name>
    <message>
        <source>Look now</source>
        <translation>立即查看</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Notice of new versions</source>
        <translation>新版本通知</translation>
    </message>
    <message>
        <source>A small file says which version is there and what is new in it. Once a day the window of each colleague reads it, and Home shows a newer version. Nothing is sent and nothing is installed; a web address hears a plain request that names nobody. Left empty, nobody looks anywhere.</source>
        <translation>用一个小文件说明有哪个新版本、更新了什么。每位同事的窗口每天读取一次，有新版本时显示在首页。不发送任何信息，也不会自行安装；对网址只发出一次不表明身份的普通请求。留空则不查看。</translation>
    </message>
    <message>
        <source>File or address</source>
        <translation>文件或网址</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Notices (*.json)</source>
        <translation>通知文件 (*.json)</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>%1: colleagues will see it.</source>
        <translation>%1：同事们将会看到。</translation>
    </message>
    <message>
        <source>Version %1 is announced, which is not newer than the installed one: nobody sees anything.</source>
        <translation>通知的版本是 %1，并不比已安装的新，因此不会显示。</translation>
    </message>
</context>
<context>
    <name>ui::ValueHistoryDialog</name>
    <message>
        <source>Merge taken back</source>
        <translation>撤销合并</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>%1, approved by %2</source>
        <translation>%1，由 %2 批准</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>History of a value</source>
        <translation>单项历史</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>修改人</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Values of %1, newest first</source>
        <translation>%1的历次内容，最新的在前</translation>
    </message>
    <message>
        <source>Nothing to tell</source>
        <translation>没有历史</translation>
    </message>
    <message>
        <source>This value has no history, or your role does not see it.</source>
        <translation>此项没有历史记录，或您的角色无权查看。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>the value now</source>
        <translation>当前内容</translation>
    </message>
</context>
<context>
    <name>ui::ValueLine</name>
    <message>
        <source>Edit %1 here (F2)</source>
        <translation>就地修改%1（F2）</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>复制%1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Edit here</source>
        <translation>就地修改</translation>
    </message>
    <message>
        <source>History of this value…</source>
        <translation>此项的历史…</translation>
    </message>
</context>
<context>
    <name>ui::ViewDialog</name>
    <message>
        <source>For everybody in the office</source>
        <translation>全办公室共用</translation>
    </message>
    <message>
        <source>A view is the filter, the columns and the order that the list has now.</source>
        <translation>视图就是列表当前的筛选、列和排序。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ui::ViewsMenu</name>
    <message>
        <source>No view is saved yet</source>
        <translation>还没有保存的视图</translation>
    </message>
    <message>
        <source>Save as a view…</source>
        <translation>另存为视图…</translation>
    </message>
    <message>
        <source>Rename “%1”…</source>
        <translation>重命名“%1”…</translation>
    </message>
    <message>
        <source>Save the list as it is now into “%1”</source>
        <translation>将当前列表保存到“%1”</translation>
    </message>
    <message>
        <source>The view is saved.</source>
        <translation>视图已保存。</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>删除“%1”</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>另存为视图</translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation>保存视图</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>重命名视图</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>The view is renamed.</source>
        <translation>视图已重命名。</translation>
    </message>
    <message>
        <source>The view is removed.</source>
        <translation>视图已删除。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The view is back.</source>
        <translation>视图已恢复。</translation>
    </message>
</context>
<context>
    <name>ui::WaitingImport</name>
    <message>
        <source>Rows of clients the office has already are stored beside them.</source>
        <translation>档案库已有客户的行另存一条。</translation>
    </message>
    <message>
        <source>Rows of clients the office has already are left out.</source>
        <translation>档案库已有客户的行不导入。</translation>
    </message>
    <message>
        <source>Rows of clients the office has already go into those clients.</source>
        <translation>档案库已有客户的行更新到该客户。</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>文件的前几行</translation>
    </message>
    <message>
        <source>%1 new clients, %2 changed, %3 rows left out, when it was tried</source>
        <translation>试导入结果：新建客户 %1，更新 %2，跳过 %3 行</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot be a client; the person who asked has them in a file.</source>
        <translation>
            <numerusform>%n 行无法成为客户，已写入申请人处的退回文件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n row(s)</source>
        <translation>
            <numerusform>前 %n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::WithdrawDialog</name>
    <message>
        <source>Withdraw and destroy</source>
        <translation>撤回并销毁</translation>
    </message>
    <message>
        <source>Withdraw a consent</source>
        <translation>撤回同意</translation>
    </message>
    <message>
        <source>%1 withdraws the consent: %2</source>
        <translation>%1撤回同意：%2</translation>
    </message>
    <message>
        <source>The value that is kept for it is destroyed for good, and every earlier one with it. Nobody can open it in this office any more, not even a data administrator, and nothing brings it back.</source>
        <translation>据此保存的内容连同以前的各个版本将被永久销毁。此后在本档案库中谁也打不开它，数据管理员也不例外，且无法恢复。</translation>
    </message>
    <message>
        <source>Backups, copies and exports that were made before still have it, until somebody deletes them.</source>
        <translation>此前做的备份、副本和导出文件中仍有这项内容，直到有人将其删除。</translation>
    </message>
    <message>
        <source>By phone; a letter; asked for it at the desk</source>
        <translation>电话告知；来信；当面提出</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What the history says of this field from before it was made confidential stays readable.</source>
        <translation>这个字段设为保密之前已写入历史的内容仍可读。</translation>
    </message>
    <message>
        <source>%1: the consent is withdrawn, the value destroyed.</source>
        <translation>%1：已撤回同意，相应内容已销毁。</translation>
    </message>
</context>
</TS>
